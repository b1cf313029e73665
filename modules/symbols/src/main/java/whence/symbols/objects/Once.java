package whence.symbols.objects;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value that is worked out when first asked for, once. Thread-safe.
final class Once<T> {
    private @Nullable Supplier<T> maker;
    private @Nullable T value;

    Once(Supplier<T> maker) {
        this.maker = maker;
    }

    synchronized T get() {
        T made = value;
        if (made == null) {
            made = java.util.Objects.requireNonNull(maker).get();
            value = made;
            maker = null;
        }
        return made;
    }
}
