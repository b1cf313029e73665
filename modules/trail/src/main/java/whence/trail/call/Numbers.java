package whence.trail.call;

import java.util.OptionalLong;
import java.util.function.Function;
import whence.traces.strace.value.Argument;
import whence.traces.strace.value.Value;

/// The number that a value in a trace stands for.
final class Numbers {
    private Numbers() {}

    /// Empty for what is no number: text, structures, names that the source does not know.
    static OptionalLong of(Value value, Function<String, OptionalLong> constants) {
        return switch (value.bare()) {
            case Value.Numeral number -> OptionalLong.of(number.value());
            case Value.Name name -> name.print().equals("NULL") ? OptionalLong.of(0) : constants.apply(name.print());
            case Value.Flags flags -> flags(flags, constants);
            case Value.Function function -> version(function, constants);
            default -> OptionalLong.empty();
        };
    }

    private static OptionalLong flags(Value.Flags flags, Function<String, OptionalLong> constants) {
        long all = 0;
        for (Value part : flags.parts()) {
            OptionalLong one = of(part, constants);
            if (one.isEmpty()) {
                return one;
            }
            all |= one.getAsLong();
        }
        return OptionalLong.of(all);
    }

    /// `KERNEL_VERSION(a, b, c)` is `(a << 16) + (b << 8) + c`: include/generated/uapi/linux/version.h.
    private static OptionalLong version(Value.Function function, Function<String, OptionalLong> constants) {
        if (!function.name().equals("KERNEL_VERSION") || function.arguments().size() != 3) {
            return OptionalLong.empty();
        }
        long version = 0;
        for (Argument part : function.arguments()) {
            OptionalLong one = of(part.value(), constants);
            if (one.isEmpty()) {
                return one;
            }
            version = (version << 8) + one.getAsLong();
        }
        return OptionalLong.of(version);
    }
}
