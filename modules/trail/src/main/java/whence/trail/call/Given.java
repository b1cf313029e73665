package whence.trail.call;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import whence.branches.Evidence;
import whence.branches.syntax.FunctionText;
import whence.branches.value.Ints;
import whence.branches.value.KnownBytes;
import whence.branches.value.Premise;
import whence.evidence.Grade;
import whence.evidence.Span;
import whence.traces.strace.Argument;
import whence.traces.strace.Call;
import whence.traces.strace.Value;
import whence.trail.knowledge.Layouts;
import whence.trail.verdict.Judge;

/// What a call was given, as evidence about the functions that were handed it.
///
/// strace shows what the program passed. A structure that the call copies reaches every function that takes a pointer
/// to that type as it was passed; a plain argument reaches a function under the name it has in the call's own body.
public final class Given {
    private final Call call;
    private final List<Span> spans;
    private final Judge judge;
    private final List<FunctionText.Parameter> formal;

    /// @param body the call's own body in the source, as the source names it; its parameters name the arguments
    public Given(Call call, List<Span> spans, Judge judge, String body) {
        this.call = call;
        this.spans = List.copyOf(spans);
        this.judge = judge;
        this.formal = judge.parameters(body);
    }

    /// Adds what is known of the arguments when `function` is entered.
    ///
    /// @param passed whether a parameter of the function is known to be the call's own argument of that name
    public Evidence to(String function, boolean body, Evidence evidence) {
        Evidence all = evidence;
        for (FunctionText.Parameter parameter : judge.parameters(function)) {
            all = body ? plain(function, parameter, all) : all;
            all = aggregate(function, parameter, body, all);
        }
        return all;
    }

    private Evidence plain(String function, FunctionText.Parameter parameter, Evidence evidence) {
        int index = index(parameter.name());
        if (index < 0 || parameter.type().pointers() > 0) {
            return evidence;
        }
        OptionalLong value = number(function, call.arguments().get(index).value());
        return value.isEmpty()
                ? evidence
                : evidence.holds(new Evidence.Holds(
                        parameter.name(),
                        Ints.of(value.getAsLong()),
                        false,
                        premise("the call was given " + parameter.name() + " = "
                                + call.arguments().get(index).print())));
    }

    private int index(String name) {
        for (int i = 0; i < Math.min(formal.size(), call.arguments().size()); i++) {
            if (formal.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private Evidence aggregate(String function, FunctionText.Parameter parameter, boolean body, Evidence evidence) {
        String base = parameter.type().base();
        boolean aggregate = base.startsWith("struct ") || base.startsWith("union ");
        if (!aggregate || parameter.type().pointers() != 1) {
            return evidence;
        }
        int index = pointing(parameter);
        if (index < 0) {
            return evidence;
        }
        KnownBytes bytes = bytes(function, index);
        return bytes == null
                ? members(function, parameter.name(), index, evidence)
                : evidence.memory(new Evidence.Memory(
                        "*" + parameter.name(),
                        bytes,
                        body,
                        premise("strace shows the " + base + " that the call was given, byte for byte by its ABI layout")));
    }

    /// The argument whose formal parameter points to the same type.
    private int pointing(FunctionText.Parameter parameter) {
        for (int i = 0; i < Math.min(formal.size(), call.arguments().size()); i++) {
            if (formal.get(i).type().base().equals(parameter.type().base())
                    && formal.get(i).type().pointers() == 1) {
                return i;
            }
        }
        return -1;
    }

    private Evidence members(String function, String name, int index, Evidence evidence) {
        Evidence all = evidence;
        if (call.arguments().get(index).value().bare() instanceof Value.Struct struct) {
            for (Argument member : struct.members()) {
                OptionalLong value = number(function, member.value());
                if (value.isPresent() && !member.name().isEmpty()) {
                    all = all.holds(
                            name + "->" + member.name(), premise("the call was given " + member.print()), value.getAsLong());
                }
            }
        }
        return all;
    }

    private @Nullable KnownBytes bytes(String function, int index) {
        List<String> written =
                call.arguments().stream().map(a -> a.value().bare().print()).toList();
        Optional<Layouts.Layout> layout = Layouts.shipped().of(call.name(), written);
        if (layout.isEmpty()
                || layout.get().at() != index
                || !(call.arguments().get(index).value().bare() instanceof Value.Struct struct)) {
            return null;
        }
        OptionalLong size = number(function, call.arguments().get(layout.get().size()).value());
        return size.isEmpty()
                ? null
                : new AttrBytes(layout.get(), v -> number(function, v)).of(struct, size.getAsLong());
    }

    /// The number a value stands for; a name by the source's own constants.
    private OptionalLong number(String function, Value value) {
        return Numbers.of(value, name -> judge.constant(function, name));
    }

    private Premise premise(String text) {
        return new Premise(text, Grade.OBSERVED, spans);
    }

}
