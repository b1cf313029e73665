package whence.symbols.objects;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value that is worked out when first asked for, once. Thread-safe.
public final class Once<T> {
    private @Nullable Supplier<T> maker;
    private @Nullable T value;

    public Once(Supplier<T> maker) {
        this.maker = maker;
    }

    /// The value, made by the first who asks.
    public synchronized T get() {
        T made = value;
        if (made == null) {
            made = java.util.Objects.requireNonNull(maker).get();
            value = made;
            maker = null;
        }
        return made;
    }
}
