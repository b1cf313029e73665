package whence.bytes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Maps a file, shortens it, and reads on; run in a JVM of its own, which a fault outside [Bytes] would end.
final class ShrinkingFile {
    private ShrinkingFile() {}

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        Files.write(file, new byte[1 << 20]);
        try (MappedFile mapped = MappedFile.open(file)) {
            try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
                channel.truncate(4096);
            }
            Bytes bytes = mapped.bytes();
            System.out.println("at " + offset(() -> bytes.at(500_000)));
            System.out.println("u16 " + offset(() -> bytes.u16(500_000)));
            System.out.println("i32 " + offset(() -> bytes.i32(500_000)));
            System.out.println("i64 " + offset(() -> bytes.i64(500_000)));
            System.out.println("copy " + offset(() -> bytes.copy(0, 1 << 20)));
            System.out.println("lines " + offset(() -> new Lines(bytes).next()));
            System.out.println("before " + offset(() -> bytes.at(100)));
        }
    }

    private static String offset(Runnable access) {
        try {
            access.run();
            return "read";
        } catch (ShrunkException shrunk) {
            return "shrunk";
        }
    }
}
