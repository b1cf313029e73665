package whence.trail.call;

import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import whence.branches.value.KnownBytes;
import whence.traces.strace.value.Argument;
import whence.traces.strace.value.Value;
import whence.trail.knowledge.Layouts;

/// Puts a structure that strace decoded back into bytes.
///
/// strace prints every member that it knows, and names bytes behind them (`extra_data`) only where one is not zero;
/// so what lies behind the last member it shows and before the size that was passed is zero unless it says
/// otherwise. What lies behind that size the kernel fills with zeros.
final class AttrBytes {
    private static final int MOST = 65536;

    private final Layouts.Layout layout;
    private final Function<Value, OptionalLong> numbers;

    AttrBytes(Layouts.Layout layout, Function<Value, OptionalLong> numbers) {
        this.layout = layout;
        this.numbers = numbers;
    }

    /// Null where strace left part of it out.
    @Nullable
    KnownBytes of(Value.Struct struct, long size) {
        KnownBytes bytes = KnownBytes.unknown();
        int end = 0;
        boolean further = false;
        for (Argument member : struct.members()) {
            if (member.value() instanceof Value.Cut) {
                return null;
            }
            Layouts.Member place = layout.members().get(member.name());
            if (member.name().equals("extra_data")) {
                bytes = extra(bytes, member.value(), end, size);
                further = true;
            } else if (place == null) {
                return null;
            } else {
                bytes = with(bytes, place, member.value());
                end = Math.max(end, place.offset() + place.size());
            }
        }
        return further ? bytes : bytes.zeros(end, MOST);
    }

    private KnownBytes with(KnownBytes bytes, Layouts.Member place, Value value) {
        OptionalLong number = numbers.apply(value);
        if (number.isPresent() && place.size() <= Long.BYTES) {
            return bytes.with(place.offset(), place.size(), number.getAsLong());
        }
        if (value.bare() instanceof Value.Text text && place.size() > Long.BYTES && !text.cut()) {
            byte[] all = java.util.Arrays.copyOf(text.bytes(), place.size());
            return text.bytes().length <= place.size() ? bytes.with(place.offset(), all) : bytes;
        }
        return bytes;
    }

    private static KnownBytes extra(KnownBytes bytes, Value value, int end, long size) {
        if (value.bare() instanceof Value.Text text && !text.cut()) {
            byte[] extra = text.bytes();
            long from = size - extra.length;
            return from >= end ? bytes.zeros(end, from).with(from, extra).zeros(size, MOST) : bytes;
        }
        return bytes;
    }
}
