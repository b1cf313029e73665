package whence.elf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import whence.bytes.Bytes;

/// Files that were compiled from the C sources beside them.
public final class Fixtures {
    private Fixtures() {}

    public static byte[] array(String name) {
        try (InputStream in = Fixtures.class.getResourceAsStream("/whence/elf/" + name)) {
            return in.readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static Bytes bytes(String name) {
        return Bytes.of(array(name));
    }

    public static Elf elf(String name) {
        return Elf.open(bytes(name), name).orElseThrow();
    }
}
