package whence.app.session;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import whence.bytes.Watch;

/// Something that takes a while to find and is found once; whoever asks meanwhile waits. A search that was cancelled
/// is begun anew by the next who asks. Any thread.
final class Once<T> {
    private final Function<Watch, T> search;
    private @Nullable T found;

    Once(Function<Watch, T> search) {
        this.search = search;
    }

    synchronized T get(Watch watch) {
        T now = found;
        if (now == null) {
            now = search.apply(watch);
            found = now;
        }
        return now;
    }
}
