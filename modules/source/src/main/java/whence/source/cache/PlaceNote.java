package whence.source.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What is known of a place in the file system: how it looked, and the index that fits it then.
///
/// @param stamp a fingerprint of how it looked: sizes and times of its files, or the hash git has for it
/// @param index name of the index that was right for it
/// @param files of a directory, what each file looked like and the hash of its contents; empty for other places
public record PlaceNote(long stamp, String index, Map<String, Seen> files) {
    private static final String HEAD = "whence place 2";

    /// How a file looked, and the hash of what stood in it.
    public record Seen(long size, long changed, long contentHash) {}

    public PlaceNote {
        files = Map.copyOf(files);
    }

    void write(WritableByteChannel out) throws IOException {
        StringBuilder text = new StringBuilder(Long.toHexString(stamp) + "\n" + index + "\n");
        files.forEach((path, seen) -> text.append(seen.size())
                .append(' ')
                .append(seen.changed())
                .append(' ')
                .append(Long.toHexString(seen.contentHash()))
                .append(' ')
                .append(path)
                .append('\n'));
        ByteBuffer bytes =
                ByteBuffer.wrap((HEAD + "\n" + sum(text.toString()) + "\n" + text).getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    static Optional<PlaceNote> parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String[] head = text.split("\n", 3);
        if (head.length < 3 || !head[0].equals(HEAD) || !head[1].equals(sum(head[2]))) {
            return Optional.empty();
        }
        try {
            String[] lines = head[2].split("\n", 3);
            return Optional.of(new PlaceNote(Long.parseUnsignedLong(lines[0], 16), lines[1], files(lines[2])));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException damaged) {
            return Optional.empty();
        }
    }

    private static String sum(String text) {
        return Long.toHexString(Fingerprint.of(text));
    }

    private static Map<String, Seen> files(String lines) {
        Map<String, Seen> files = new HashMap<>();
        int at = 0;
        while (at < lines.length()) {
            int end = lines.indexOf('\n', at);
            int stop = end < 0 ? lines.length() : end;
            String[] parts = lines.substring(at, stop).split(" ", 4);
            if (parts.length == 4) {
                long hash = Long.parseUnsignedLong(parts[2], 16);
                files.put(parts[3], new Seen(Long.parseLong(parts[0]), Long.parseLong(parts[1]), hash));
            }
            at = stop + 1;
        }
        return files;
    }
}
