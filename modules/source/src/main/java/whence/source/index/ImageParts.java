package whence.source.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.EnumMap;
import java.util.Map;
import whence.bytes.Bytes;

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
        Strings paths = new Strings(bytes(Section.PATHS));
        Bytes files = bytes(Section.FILES);
        for (int file = 0; file < paths.count(); file++) {
            taker.accept(paths.text(file), files.i64((long) file * Image.FILE));
        }
    }

    private Bytes bytes(Section section) {
        ByteSink sink = sections.getOrDefault(section, new ByteSink(0));
        return Bytes.of(sink.array()).slice(0, sink.size());
    }

    private long[] lengths() {
        long[] lengths = new long[Section.values().length];
        sections.forEach((section, sink) -> lengths[section.ordinal()] = sink.size());
        return lengths;
    }

    /// The image on the heap.
    public Image onHeap() {
        ByteSink header = ImageHeader.encode(lengths());
        ByteSink whole = new ByteSink(header.size()
                + Math.toIntExact(java.util.Arrays.stream(lengths()).sum()));
        whole.bytes(header.array(), 0, header.size());
        sections.forEach((section, sink) -> whole.bytes(sink.array(), 0, sink.size()));
        return new Image(Bytes.of(whole.array()));
    }

    /// Writes the image as a file of the cache is written.
    public void write(WritableByteChannel out) throws IOException {
        ByteSink header = ImageHeader.encode(lengths());
        drain(out, header);
        for (ByteSink section : sections.values()) {
            drain(out, section);
        }
    }

    private static void drain(WritableByteChannel out, ByteSink sink) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(sink.array(), 0, sink.size());
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
    }
}
