package whence.elf;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import whence.bytes.Bytes;

/// The signature behind the last section of a module file: a blob, twelve bytes about it, and a closing text
/// (`scripts/sign-file` of the kernel writes it). Only its presence and size are read, nothing is verified.
///
/// @param idType 2 for PKCS#7, the only kind that is written today
/// @param offset where the blob begins
/// @param length bytes of the blob
public record ModuleSignature(int idType, long offset, long length) {
    private static final byte[] CLOSING = "~Module signature appended~\n".getBytes(StandardCharsets.US_ASCII);
    private static final int ABOUT = 12;

    /// Empty where the file does not end as a signed module does.
    public static Optional<ModuleSignature> of(Bytes file) {
        long about = file.size() - CLOSING.length - ABOUT;
        if (about < 0 || !file.startsWith(CLOSING, about + ABOUT)) {
            return Optional.empty();
        }
        long length = Integer.toUnsignedLong(Integer.reverseBytes(file.i32(about + 8)));
        return length > about
                ? Optional.empty()
                : Optional.of(new ModuleSignature(file.at(about + 2), about - length, length));
    }
}
