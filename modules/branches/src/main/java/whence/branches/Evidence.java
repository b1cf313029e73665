package whence.branches;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import whence.branches.value.Ints;
import whence.branches.value.KnownBytes;
import whence.branches.value.Premise;

/// What is known about one invocation of a function, from its entry to its return. Immutable: each method gives a
/// new one.
///
/// Whoever builds it answers for the premises: "not run" only where a probe would have seen it.
public final class Evidence {
    /// Nothing is known.
    public static final Evidence NONE = new Evidence();

    private @Nullable Returned returned;
    private List<Ran> ran = List.of();
    private List<NotRan> notRan = List.of();
    private List<Gave> gave = List.of();
    private List<Holds> holds = List.of();
    private List<Memory> memories = List.of();
    private List<Line> lines = List.of();
    private Map<String, String> configuration = Map.of();
    private @Nullable Premise configured;

    private Evidence() {}

    /// @param value as the caller received it, a negative errno for an error
    public record Returned(long value, Premise premise) {}

    /// @param direct whether the function itself called it, inlined code included; else it ran somewhere inside
    public record Ran(String callee, boolean direct, Premise premise) {}

    /// The callee ran nowhere between entry and return.
    public record NotRan(String callee, Premise premise) {}

    /// @param values everything it returned to this function, inlined code included
    public record Gave(String callee, Ints values, Premise premise) {}

    /// @param expression as the function writes it, true on entry
    /// @param stable whether it is claimed for the whole invocation, so that calls which are not handed it leave
    /// it alone
    public record Holds(String expression, Ints values, boolean stable, Premise premise) {}

    /// Bytes of memory that are known on entry, or that a copy from user space will bring.
    ///
    /// @param object what holds the bytes: `*attr` for what a pointer points to, `attr` for a variable
    /// @param user whether the pointer is a user address: nobody in the kernel changes those bytes
    public record Memory(String object, KnownBytes bytes, boolean user, Premise premise) {}

    /// A line that ran, or did not.
    public record Line(int line, boolean ran, Premise premise) {}

    private Evidence copy() {
        Evidence copy = new Evidence();
        copy.returned = returned;
        copy.ran = ran;
        copy.notRan = notRan;
        copy.gave = gave;
        copy.holds = holds;
        copy.memories = memories;
        copy.lines = lines;
        copy.configuration = configuration;
        copy.configured = configured;
        return copy;
    }

    private static <T> List<T> plus(List<T> list, T one) {
        List<T> longer = new ArrayList<>(list);
        longer.add(one);
        return List.copyOf(longer);
    }

    /// The function returned this; an error is negative, `returned(-22, …)`.
    public Evidence returned(long value, Premise premise) {
        Evidence copy = copy();
        copy.returned = new Returned(value, premise);
        return copy;
    }

    /// The function itself called this.
    public Evidence hit(String callee, Premise premise) {
        return ran(new Ran(callee, true, premise));
    }

    public Evidence ran(Ran one) {
        Evidence copy = copy();
        copy.ran = plus(ran, one);
        return copy;
    }

    /// This ran nowhere in the invocation.
    public Evidence miss(String callee, Premise premise) {
        Evidence copy = copy();
        copy.notRan = plus(notRan, new NotRan(callee, premise));
        return copy;
    }

    /// This returned one of these values whenever the function called it.
    public Evidence gave(String callee, Premise premise, long... values) {
        Evidence copy = copy();
        copy.gave = plus(gave, new Gave(callee, Ints.of(values), premise));
        return copy;
    }

    /// On entry the expression has one of these values.
    public Evidence holds(String expression, Premise premise, long... values) {
        return holds(new Holds(expression, Ints.of(values), false, premise));
    }

    public Evidence holds(Holds one) {
        Evidence copy = copy();
        copy.holds = plus(holds, one);
        return copy;
    }

    public Evidence memory(Memory one) {
        Evidence copy = copy();
        copy.memories = plus(memories, one);
        return copy;
    }

    /// This line ran.
    public Evidence lineRan(int line, Premise premise) {
        Evidence copy = copy();
        copy.lines = plus(lines, new Line(line, true, premise));
        return copy;
    }

    /// Nothing on this line ran.
    public Evidence lineNotRan(int line, Premise premise) {
        Evidence copy = copy();
        copy.lines = plus(lines, new Line(line, false, premise));
        return copy;
    }

    /// The kernel's configuration: `CONFIG_X` to `y`, `m`, `n` or a value. What is absent from it counts as not
    /// set.
    public Evidence configuration(Map<String, String> options, Premise premise) {
        Evidence copy = copy();
        copy.configuration = new TreeMap<>(options);
        copy.configured = premise;
        return copy;
    }

    /// Whether it says nothing.
    public boolean isEmpty() {
        return returned == null
                && ran.isEmpty()
                && notRan.isEmpty()
                && gave.isEmpty()
                && holds.isEmpty()
                && memories.isEmpty()
                && lines.isEmpty()
                && configured == null;
    }

    public @Nullable Returned returned() {
        return returned;
    }

    public List<Ran> ran() {
        return ran;
    }

    public List<NotRan> notRan() {
        return notRan;
    }

    public List<Gave> gave() {
        return gave;
    }

    public List<Holds> holds() {
        return holds;
    }

    public List<Memory> memories() {
        return memories;
    }

    public List<Line> lines() {
        return lines;
    }

    public Map<String, String> configuration() {
        return configuration;
    }

    /// Why the configuration is believed; null where none is known.
    public @Nullable Premise configured() {
        return configured;
    }

    /// Every single thing it says, each as evidence of its own; what a board of exits against facts has as columns.
    public Map<Premise, Evidence> apart() {
        Map<Premise, Evidence> parts = new LinkedHashMap<>();
        if (returned != null) {
            parts.put(returned.premise(), NONE.returned(returned.value(), returned.premise()));
        }
        ran.forEach(one -> parts.merge(one.premise(), NONE.ran(one), (a, b) -> a.ran(one)));
        notRan.forEach(one -> parts.merge(
                one.premise(), NONE.miss(one.callee(), one.premise()), (a, b) -> a.miss(one.callee(), one.premise())));
        gave.forEach(one -> parts.merge(one.premise(), NONE.gave(one), (a, b) -> a.gave(one)));
        holds.forEach(one -> parts.merge(one.premise(), NONE.holds(one), (a, b) -> a.holds(one)));
        memories.forEach(one -> parts.merge(one.premise(), NONE.memory(one), (a, b) -> a.memory(one)));
        lines.forEach(one -> parts.merge(one.premise(), NONE.line(one), (a, b) -> a.line(one)));
        if (configured != null) {
            parts.put(configured, NONE.configuration(configuration, configured));
        }
        return parts;
    }

    public Evidence gave(Gave one) {
        Evidence copy = copy();
        copy.gave = plus(gave, one);
        return copy;
    }

    private Evidence line(Line one) {
        return one.ran() ? lineRan(one.line(), one.premise()) : lineNotRan(one.line(), one.premise());
    }
}
