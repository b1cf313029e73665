package whence.source.files;

import io.airlift.compress.v3.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/// Writes tar archives byte by byte, so that they can lie.
final class TarBuilder {
    private static final int BLOCK = 512;

    private final ByteArrayOutputStream tar = new ByteArrayOutputStream();

    TarBuilder file(String name, String text) {
        return entry('0', name, text.getBytes(StandardCharsets.UTF_8), "");
    }

    TarBuilder link(char type, String name, String target) {
        return entry(type, name, new byte[0], target);
    }

    TarBuilder entry(char type, String name, byte[] contents, String target) {
        header(type, name, contents.length, target);
        tar.writeBytes(contents);
        tar.writeBytes(new byte[(BLOCK - contents.length % BLOCK) % BLOCK]);
        return this;
    }

    /// A header alone, whatever size it claims.
    TarBuilder header(char type, String name, long size, String target) {
        byte[] header = new byte[BLOCK];
        put(header, 0, name);
        put(header, 100, "0000644\0" + "0000000\0" + "0000000\0");
        put(header, 124, String.format(Locale.ROOT, "%011o\0%011o\0", size, 0));
        put(header, 148, "        ");
        header[156] = (byte) type;
        put(header, 157, target);
        put(header, 257, "ustar\00000");
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xff;
        }
        put(header, 148, String.format(Locale.ROOT, "%06o\0 ", sum));
        tar.writeBytes(header);
        return this;
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    byte[] bytes() {
        byte[] end = new byte[2 * BLOCK];
        byte[] all = java.util.Arrays.copyOf(tar.toByteArray(), tar.size() + end.length);
        return all;
    }

    /// Writes it as its name says; `.xz` with zeros behind it that unpack to `bomb` bytes.
    Path write(Path archive) throws IOException {
        try (OutputStream file = Files.newOutputStream(archive);
                OutputStream packed = packed(archive.toString(), file)) {
            packed.write(bytes());
        }
        return archive;
    }

    /// Writes it without an end, and so many zeros behind it, which take next to nothing when packed.
    Path writeBomb(Path archive, long zeros) throws IOException {
        try (OutputStream file = Files.newOutputStream(archive);
                OutputStream packed = packed(archive.toString(), file)) {
            packed.write(tar.toByteArray());
            byte[] chunk = new byte[1 << 16];
            for (long left = zeros; left > 0; left -= chunk.length) {
                packed.write(chunk);
            }
        }
        return archive;
    }

    private static OutputStream packed(String name, OutputStream file) throws IOException {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "gz", "tgz" -> new GZIPOutputStream(file);
            case "xz" -> new XZOutputStream(file, new LZMA2Options(0));
            case "zst" -> new ZstdOutputStream(file);
            default -> file;
        };
    }
}
