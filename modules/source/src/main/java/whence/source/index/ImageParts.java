package whence.source.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import whence.source.index.table.Blocks;
import whence.source.index.table.ByteSink;
import whence.source.index.table.Hash;
import whence.source.index.table.Region;

/// The sections of an image before they are put together.
public final class ImageParts {
    private final Map<Section, ByteSink> sections;

    ImageParts(Map<Section, ByteSink> sections) {
        this.sections = new EnumMap<>(sections);
    }

    /// Adds, or replaces, one section.
    void put(Section section, ByteSink contents) {
        sections.put(section, contents);
    }

    /// Hands on the path and the hash of the contents of every file.
    public void eachFile(java.util.function.ObjLongConsumer<String> taker) {
        Image image = onHeap();
        for (int file = 0; file < image.files(); file++) {
            taker.accept(image.path(file), image.contentHash(file));
        }
    }

    /// The image on the heap; nothing is copied.
    public Image onHeap() {
        Region[] regions = new Region[Section.values().length];
        Arrays.fill(regions, Region.EMPTY);
        sections.forEach((section, sink) -> regions[section.ordinal()] = Region.onHeap(sink.array(), sink.size()));
        return new Image(regions);
    }

    /// Writes the image as a file of the cache is written, under the name it is kept by (32 digits).
    public void write(WritableByteChannel out, String name) throws IOException {
        long[] bounds = new long[Section.values().length + 1];
        sections.forEach((section, sink) -> bounds[section.ordinal() + 1] = sink.size());
        for (int i = 1; i < bounds.length; i++) {
            bounds[i] += bounds[i - 1];
        }
        long[] sums = new long[Blocks.count(bounds[bounds.length - 1])];
        int[] next = {0};
        eachBlock((block, length) -> sums[next[0]++] = Hash.content(block, 0, length));
        drain(out, ByteBuffer.wrap(new ImageHeader(name, bounds, sums).encode()));
        eachBlock((block, length) -> drain(out, ByteBuffer.wrap(block, 0, length)));
    }

    private interface BlockTaker {
        void block(byte[] block, int length) throws IOException;
    }

    private void eachBlock(BlockTaker taker) throws IOException {
        byte[] block = new byte[Blocks.SIZE];
        int filled = 0;
        for (ByteSink sink : sections.values()) {
            for (int at = 0; at < sink.size(); ) {
                int length = Math.min(sink.size() - at, Blocks.SIZE - filled);
                System.arraycopy(sink.array(), at, block, filled, length);
                at += length;
                filled += length;
                if (filled == Blocks.SIZE) {
                    taker.block(block, filled);
                    filled = 0;
                }
            }
        }
        if (filled > 0) {
            taker.block(block, filled);
        }
    }

    private static void drain(WritableByteChannel out, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
    }
}
