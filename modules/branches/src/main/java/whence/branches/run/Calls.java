package whence.branches.run;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import whence.branches.Evidence;
import whence.branches.frame.Frame;
import whence.branches.frame.State;
import whence.branches.syntax.Expr;
import whence.branches.syntax.FunctionText;
import whence.branches.syntax.MacroText;
import whence.branches.syntax.Tok;
import whence.branches.value.CType;
import whence.branches.value.Value;

/// Calls and uses of macros: what evidence says of the callee, what its own source says, else anything.
final class Calls {
    private static final int DEEPEST = 14;
    /// Macros that write what they are handed by name, for sources that come without their definitions.
    private static final Set<String> WRITERS =
            Set.of("get_user", "__get_user", "unsafe_get_user", "swap", "do_div", "arch_get_user");

    private final Evaluator evaluator;
    private final Writes writes;
    private final Builtins builtins;

    Calls(Evaluator evaluator, Writes writes) {
        this.evaluator = evaluator;
        this.writes = writes;
        this.builtins = new Builtins(evaluator);
    }

    Value call(Expr.Call it) {
        String name = it.name();
        boolean pointer = name.isEmpty() || evaluator.frame.local(name);
        if (pointer) {
            evaluator.eval(it.function());
            arguments(it);
            return throughPointer(it);
        }
        Value known = builtins.call(it);
        if (known != null) {
            return known;
        }
        List<MacroText> macros = evaluator.frame.surroundings.macros(name);
        if (!macros.isEmpty()) {
            return macro(it, macros);
        }
        List<Value> arguments = arguments(it);
        return Builtins.onlyReads(name) ? reading(it) : function(it, arguments);
    }

    /// A function that reads what it is handed and writes nothing; probes see it all the same.
    private Value reading(Expr.Call it) {
        noteCall(it.name());
        Evidence.Gave gave = evaluator.run.callees().gave(it.name());
        Value unknown = Value.unknown(CType.UNKNOWN);
        return gave == null ? unknown : told(unknown, gave);
    }

    private List<Value> arguments(Expr.Call it) {
        return it.arguments().stream().map(evaluator::eval).toList();
    }

    private Value throughPointer(Expr.Call it) {
        anything();
        writes.opaqueCall(writes.roots(it), it);
        return Value.unknown(CType.UNKNOWN);
    }

    /// Some code of which nothing is known ran: it may have been any of the callees that ran, and may have
    /// changed memory.
    void anything() {
        anything(evaluator.run.callees().any());
    }

    private void anything(long callees) {
        State now = evaluator.state;
        if (now != null) {
            evaluator.state = now.with(now.key().hits(callees));
            writes.opaqueCall(Set.of(), null);
        }
    }

    /// The callees that the body of a macro, or the text it was handed, may stand for.
    private long behindMacro(Expr.Call it) {
        long callees = evaluator.run.callees().unnamed();
        for (List<Tok> argument : it.raw()) {
            for (Tok tok : argument) {
                callees |= evaluator.run.callees().bit(tok.text());
            }
        }
        return callees;
    }

    private Value macro(Expr.Call it, List<MacroText> macros) {
        if (macros.size() == 1 && evaluator.run.macroDepth < DEEPEST) {
            Expr body = evaluator.run.frames.expanded(it, macros.getFirst()).orElse(null);
            boolean itself = body instanceof Expr.Call same && same.name().equals(it.name());
            if (itself) {
                return function(it, arguments(it));
            }
            if (body != null && !evaluator.frame.surroundings.perhapsNoMacro(it.name())) {
                return expanded(body, it.name());
            }
        }
        noteCall(it.name());
        it.arguments().forEach(argument -> writes.variable(Frame.root(argument)));
        anything(behindMacro(it));
        return Value.unknown(CType.UNKNOWN);
    }

    private Value expanded(Expr body, String name) {
        noteCall(name);
        evaluator.run.macroDepth++;
        try {
            return evaluator.eval(body);
        } finally {
            evaluator.run.macroDepth--;
        }
    }

    /// Marks a name among the callees known to have run; ends the way where it is known not to have.
    private void noteCall(String name) {
        State now = evaluator.state;
        if (now == null) {
            return;
        }
        Evidence.NotRan missed = evaluator.run.callees().missed(name);
        if (missed != null) {
            evaluator.run.blocked(
                    evaluator.node, "must-call", name + "() would have been called", Set.of(missed.premise()));
            evaluator.state = null;
            return;
        }
        evaluator.state = now.with(now.key().hits(evaluator.run.callees().bit(name)));
    }

    private Value function(Expr.Call it, List<Value> arguments) {
        String name = it.name();
        noteCall(name);
        if (evaluator.state == null) {
            return Value.unknown(CType.UNKNOWN);
        }
        List<FunctionText> definitions = evaluator.frame.surroundings.functions(name);
        if (definitions.isEmpty() && !evaluator.frame.surroundings.declaredFunction(name)) {
            undeclared(it);
        }
        Evidence.Gave gave = evaluator.run.callees().gave(name);
        Nested.Answer inside = evaluator.run.nested().call(it, arguments, definitions, evaluator);
        if (inside == null) {
            State now = evaluator.state;
            if (now != null) {
                evaluator.state = now.with(now.key().hits(Mentions.of(name, definitions, evaluator.run)));
            }
            writes.opaqueCall(writes.roots(it), it);
            inside = new Nested.Answer(Value.unknown(type(definitions)), false);
        }
        Value value = inside.value();
        return gave == null ? value : told(value, gave);
    }

    private static Value told(Value value, Evidence.Gave gave) {
        boolean result = gave.values().within(-4095, Integer.MAX_VALUE);
        CType type = value.type().known() || !result ? value.type() : CType.INT; // what is undeclared gives an int
        return Value.of(CType.UNKNOWN, gave.values(), Set.of(gave.premise())).as(type);
    }

    private CType type(List<FunctionText> definitions) {
        return definitions.size() == 1
                ? evaluator.frame.types.of(definitions.getFirst().returns())
                : CType.UNKNOWN;
    }

    /// A name of which the source says nothing may be a macro: one in capitals may write anything it is handed.
    private void undeclared(Expr.Call it) {
        String name = it.name();
        boolean capitals =
                name.equals(name.toUpperCase(Locale.ROOT)) && name.chars().anyMatch(Character::isLetter);
        if (capitals
                || WRITERS.contains(name)
                || name.endsWith("_irqsave")
                || name.endsWith("local_irq_save")
                || name.contains("for_each")) {
            it.arguments().forEach(argument -> writes.variable(Frame.root(argument)));
        }
        if (capitals) {
            anything();
        }
    }
}
