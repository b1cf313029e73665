package whence.source.logs.table;

/// How often each word was seen, by its hash: a tree has two million words in its statements.
final class WordCounts {
    private int[] hashes = new int[1 << 10];
    private int[] counts = new int[1 << 10];
    private int distinct;

    void add(int hash) {
        int slot = slot(hash);
        if (counts[slot]++ == 0) {
            hashes[slot] = hash;
            if (++distinct * 2 > hashes.length) {
                grow();
            }
        }
    }

    int of(int hash) {
        return counts[slot(hash)];
    }

    private int slot(int hash) {
        int slot = (hash ^ (hash >>> 16)) & (hashes.length - 1);
        while (counts[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & (hashes.length - 1);
        }
        return slot;
    }

    private void grow() {
        int[] oldHashes = hashes;
        int[] oldCounts = counts;
        hashes = new int[oldHashes.length * 4];
        counts = new int[hashes.length];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldCounts[i] != 0) {
                int slot = slot(oldHashes[i]);
                hashes[slot] = oldHashes[i];
                counts[slot] = oldCounts[i];
            }
        }
    }
}
