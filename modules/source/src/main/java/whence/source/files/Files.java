package whence.source.files;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import whence.bytes.Watch;
import whence.evidence.Loss;
import whence.evidence.Span;

/// The C files of one tree by their paths in it (`kernel/bpf/syscall.c`, `/` everywhere, never absolute).
public sealed interface Files extends AutoCloseable permits MemoryFiles, DirectoryFiles, ArchiveFiles, GitFiles {
    /// Bigger files are left out, and said as a loss; the biggest of Linux 6.1 has 24 MB.
    int LARGEST = 64 << 20;

    /// No tree has so many files; ten times those of Linux 6.12.
    int MOST = 1_000_000;

    /// Where it is, the same for the same place: what a cache knows it by.
    String place();

    /// Hands every file on, in the order of their paths where that costs nothing.
    void each(Reader reader, Watch watch) throws IOException;

    /// The bytes of one file.
    Optional<byte[]> read(String path) throws IOException;

    /// What could not be read so far.
    List<Loss> losses();

    @Override
    void close() throws IOException;

    /// A file that could not be read, in whole or in part.
    static Loss loss(String path, String why) {
        return new Loss(new Span(path, Span.NO_LINE, 0, 0), Loss.Kind.UNREADABLE, 1, why);
    }

    /// Takes one file: the first `length` of the bytes, good for the call only, for the next file may stand in the
    /// same array.
    interface Reader {
        void file(String path, byte[] bytes, int length) throws IOException;
    }

    /// Whether a name is one of C, as the kernel tree has them.
    static boolean isC(String path) {
        return path.endsWith(".c") || path.endsWith(".h");
    }
}
