package whence.source.index;

import whence.bytes.Bytes;

/// The beginning of an image: what it is, how long it is, and where its sections stand.
final class ImageHeader {
    private static final int FIXED = 24;
    static final int SIZE = FIXED + 8 * (Section.values().length + 1);

    private ImageHeader() {}

    static ByteSink encode(long[] lengths) {
        ByteSink header = new ByteSink(SIZE);
        header.i64(Image.MAGIC);
        header.i32(Image.VERSION);
        header.i32(lengths.length);
        long at = SIZE;
        for (long length : lengths) {
            at += length;
        }
        header.i64(at);
        at = SIZE;
        for (long length : lengths) {
            header.i64(at);
            at += length;
        }
        header.i64(at);
        return header;
    }

    static Bytes[] sections(Bytes bytes) {
        int count = Section.values().length;
        if (bytes.size() < SIZE || bytes.i64(0) != Image.MAGIC) {
            throw new DamagedException("no index of a source tree");
        }
        if (bytes.i32(8) != Image.VERSION || bytes.i32(12) != count) {
            throw new DamagedException("an index of another version");
        }
        if (bytes.i64(16) != bytes.size()) {
            throw new DamagedException("the index is cut off");
        }
        Bytes[] sections = new Bytes[count];
        for (int i = 0; i < count; i++) {
            long start = bytes.i64(FIXED + 8L * i);
            long end = bytes.i64(FIXED + 8L * (i + 1));
            if (start < SIZE || end < start || end > bytes.size()) {
                throw new DamagedException("the index has no table of sections");
            }
            sections[i] = bytes.slice(start, end - start);
        }
        return sections;
    }
}
