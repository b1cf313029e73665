package whence.timeline.witness;

import java.util.Arrays;
import java.util.stream.LongStream;
import whence.timeline.Witnesses;

/// Records of one artifact that another may hold too, with their [Keys].
final class Records {
    private final int artifact;
    private final int[] rows;
    private final long[] keys;

    Records(int artifact, int[] rows, long[] keys) {
        this.artifact = artifact;
        this.rows = rows;
        this.keys = keys;
    }

    int artifact() {
        return artifact;
    }

    int count() {
        return rows.length;
    }

    int row(int index) {
        return rows[index];
    }

    long key(int index) {
        return keys[index];
    }

    /// The event, as [Witnesses#key] names it.
    long event(int index) {
        return Witnesses.key(artifact, rows[index]);
    }

    LongStream distinctKeys() {
        return Arrays.stream(keys).distinct();
    }
}
