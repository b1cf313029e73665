package whence.source.files;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import whence.evidence.Loss;

/// The files of one place that could not be read, each said once. Any thread.
final class FileLosses {
    /// So many are said one by one.
    private static final int MOST = 1_000;

    private final Set<Loss> losses = new LinkedHashSet<>();

    synchronized void add(String path, String why) {
        if (losses.size() < MOST) {
            losses.add(Files.loss(path, why));
        }
    }

    synchronized List<Loss> all() {
        return List.copyOf(losses);
    }
}
