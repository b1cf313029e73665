package whence.branches.run;

import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.branches.Evidence;
import whence.branches.frame.State;
import whence.branches.syntax.Expr;
import whence.branches.syntax.Exprs;
import whence.branches.value.CType;
import whence.branches.value.Ints;
import whence.branches.value.KnownBytes;
import whence.branches.value.Layout;
import whence.branches.value.Value;

/// Where things lie and what lies there, as far as memory is known.
final class Lvalues {
    private final Evaluator evaluator;

    Lvalues(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /// Evaluates what an address is computed from, without reading what lies there.
    void reads(Expr of) {
        switch (of) {
            case Expr.Member it when it.arrow() -> evaluator.eval(it.of());
            case Expr.Member it -> reads(it.of());
            case Expr.Index it -> {
                evaluator.eval(it.of());
                evaluator.eval(it.at());
            }
            case Expr.Unary it -> evaluator.eval(it.of());
            case Expr.Name it -> {}
            default -> evaluator.eval(of);
        }
    }

    /// Where an lvalue lies; null where that is not known.
    Value.@Nullable Place place(Expr of) {
        return switch (of) {
            case Expr.Name it ->
                evaluator.frame.local(it.text()) && !evaluator.frame.ambiguous(it.text())
                        ? new Value.Place(it.text(), 0)
                        : null;
            case Expr.Unary it when it.op() == '*' -> evaluator.eval(it.of()).place();
            case Expr.Member it -> {
                Value.Place base = it.arrow() ? evaluator.eval(it.of()).place() : place(it.of());
                Layout.Field field = base == null
                        ? null
                        : evaluator.frame.types.field(evaluator.frame.typeOf(it.of()), it.name(), it.arrow());
                yield base == null || field == null
                        ? null
                        : new Value.Place(base.object(), base.offset() + field.offset());
            }
            default -> null;
        };
    }

    Value member(Expr.Member it) {
        String real = evaluator.frame.types.member(it.name());
        if (!real.equals(it.name())) {
            return evaluator.eval(Exprs.member(it.of(), real, it.arrow()));
        }
        if (it.arrow()) {
            evaluator.eval(it.of());
        } else {
            reads(it.of());
        }
        CType type = evaluator.frame.typeOf(it);
        Value bytes = fromMemory(it, type);
        if (bytes != null) {
            return bytes;
        }
        if (type.sort() == CType.Sort.AGGREGATE && type.name().isArray()) {
            return new Value(
                    new CType(
                            CType.Sort.POINTER, 64, false, type.name().pointee().pointer()),
                    Ints.ALL.without(0),
                    place(it),
                    Set.of());
        }
        return Value.unknown(type);
    }

    private @Nullable Value fromMemory(Expr.Member it, CType type) {
        State now = evaluator.state;
        if (now == null || now.memories().isEmpty() || !type.known()) {
            return null;
        }
        Layout.Field field = evaluator.frame.types.field(evaluator.frame.typeOf(it.of()), it.name(), it.arrow());
        Value.Place place = field == null || field.bits() > 0 ? null : place(it);
        Evidence.Memory memory = place == null ? null : now.memories().get(place.object());
        if (memory == null || place == null) {
            return null;
        }
        int size = type.sort() == CType.Sort.BOOL ? 1 : type.bits() / 8;
        OptionalLong read = memory.bytes().read(place.offset(), size);
        return read.isEmpty() ? null : Value.of(type, Ints.of(type.wrap(read.getAsLong())), Set.of(memory.premise()));
    }

    Value index(Expr.Index it) {
        evaluator.eval(it.of());
        evaluator.eval(it.at());
        return Value.unknown(evaluator.frame.typeOf(it));
    }

    /// What is known of the bytes from a place on.
    KnownBytes bytesAt(Value.Place place) {
        State now = evaluator.state;
        Evidence.Memory memory = now == null ? null : now.memories().get(place.object());
        return memory == null ? KnownBytes.unknown() : memory.bytes().from(place.offset());
    }
}
