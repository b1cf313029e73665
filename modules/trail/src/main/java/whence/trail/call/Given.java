package whence.trail.call;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import whence.traces.strace.Call;
import whence.traces.strace.value.Argument;
import whence.traces.strace.value.Value;
import whence.trail.knowledge.Layouts;
import whence.trail.verdict.Judge;

/// What a call was given, as evidence about the functions that were handed it.
///
/// strace shows what the program passed. A structure that the call copies reaches every function that takes a pointer
/// to that type as it was passed; a plain argument reaches a function where the source hands it on untouched.
public final class Given {
    private final Call call;
    private final List<Span> spans;
    private final Judge judge;
    private final List<FunctionText.Parameter> formal;
    private final Map<String, Map<Integer, Integer>> known = new HashMap<>();

    /// @param body the call's own body in the source, as the source names it; its parameters name the arguments
    public Given(Call call, List<Span> spans, Judge judge, String body) {
        this.call = call;
        this.spans = List.copyOf(spans);
        this.judge = judge;
        this.formal = judge.parameters(body);
    }

    /// Adds what is known of the arguments when `function` is entered.
    ///
    /// @param body whether it is the call's own body
    /// @param caller the function that called it; null where that is not known
    public Evidence to(String function, boolean body, @Nullable String caller, Evidence evidence) {
        List<FunctionText.Parameter> parameters = judge.parameters(function);
        Map<Integer, Integer> arguments = body ? own(parameters) : handed(function, caller);
        known.put(function, arguments);
        Evidence all = evidence;
        for (int i = 0; i < parameters.size(); i++) {
            Integer index = arguments.get(i);
            all = index == null ? all : plain(function, parameters.get(i), index, all);
            all = aggregate(function, parameters.get(i), body, all);
        }
        return all;
    }

    private Map<Integer, Integer> own(List<FunctionText.Parameter> parameters) {
        Map<Integer, Integer> arguments = new HashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            int index = index(parameters.get(i).name());
            if (index >= 0) {
                arguments.put(i, index);
            }
        }
        return arguments;
    }

    /// Arguments of the call that the caller has and hands on untouched.
    private Map<Integer, Integer> handed(String function, @Nullable String caller) {
        Map<Integer, Integer> arguments = new HashMap<>();
        Map<Integer, Integer> of = caller == null ? Map.of() : known.getOrDefault(caller, Map.of());
        Optional<FunctionText> text = caller == null ? Optional.empty() : judge.text(caller);
        if (text.isPresent()) {
            Passed.on(text.get(), function).forEach((parameter, name) -> {
                for (int i = 0; i < text.get().parameters().size(); i++) {
                    Integer index = of.get(i);
                    if (text.get().parameters().get(i).name().equals(name) && index != null) {
                        arguments.put(parameter, index);
                    }
                }
            });
        }
        return arguments;
    }

    private Evidence plain(String function, FunctionText.Parameter parameter, int index, Evidence evidence) {
        if (parameter.type().pointers() > 0) {
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
                        premise("strace shows the " + base
                                + " that the call was given, byte for byte by its ABI layout")));
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
                            name + "->" + member.name(),
                            premise("the call was given " + member.print()),
                            value.getAsLong());
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
        OptionalLong size =
                number(function, call.arguments().get(layout.get().size()).value());
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
