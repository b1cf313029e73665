package whence.source.files;

import io.airlift.compress.v3.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;
import whence.bytes.Watch;
import whence.evidence.Loss;

/// A source archive as distributions ship it: a tar, plain or compressed with gzip, xz or zstd, told by its first
/// bytes.
///
/// Nothing is unpacked to disk. A tar can only be read from its beginning, so [#read] of one file costs the
/// decompression of all that stands before it; [#each] reads it once. A damaged archive gives what stands before
/// the damage, and a loss.
public final class ArchiveFiles implements Files {
    /// A decompression bomb ends here: ten times the whole of Linux 6.12.
    private static final long MOST_BYTES = 16L << 30;
    /// Names and attributes before a member's contents, together.
    private static final long MOST_HEADER = 1 << 20;

    private static final int BLOCK = 512;

    private static final int XZ_MEMORY_KIB = 256 << 10;

    private final Path archive;
    private final FileLosses losses = new FileLosses();

    public ArchiveFiles(Path archive) {
        this.archive = archive;
    }

    @Override
    public String place() {
        return archive.toAbsolutePath().normalize().toString();
    }

    @Override
    public void each(Reader reader, Watch watch) throws IOException {
        Room room = new Room();
        walk(watch, (path, entry, tar) -> {
            byte[] bytes = room.of(Math.toIntExact(entry.getSize()));
            reader.file(path, bytes, tar.readNBytes(bytes, 0, (int) entry.getSize()));
            return true;
        });
    }

    @Override
    public Optional<byte[]> read(String wanted) throws IOException {
        List<byte[]> found = new ArrayList<>();
        walk(Watch.NONE, (path, entry, tar) -> {
            if (path.equals(wanted)) {
                found.add(contents(entry, tar));
            }
            return found.isEmpty();
        });
        return found.stream().findFirst();
    }

    private void walk(Watch watch, Visitor visitor) throws IOException {
        try (Counted file = new Counted(java.nio.file.Files.newInputStream(archive));
                InputStream buffered = new BufferedInputStream(file, 1 << 16);
                Unpacked plain =
                        new Unpacked(decompressed(buffered), watch, file::count, java.nio.file.Files.size(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(plain)) {
            walk(tar, plain, visitor);
        } catch (IOException | RuntimeException damaged) {
            if (damaged instanceof whence.bytes.CancelledException) {
                throw damaged;
            }
            losses.add(
                    archive.getFileName().toString(),
                    "the archive is damaged, its rest is left out: " + damaged.getMessage());
        }
    }

    private void walk(TarArchiveInputStream tar, Unpacked plain, Visitor visitor) throws IOException {
        ArchivePaths paths = new ArchivePaths();
        long bytes = 0;
        int files = 0;
        plain.limit(MOST_HEADER);
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            bytes += Math.max(0, entry.getSize()) + BLOCK;
            if (bytes > MOST_BYTES || files == MOST) {
                losses.add(entry.getName(), "more than a million files or 16 GiB, the rest is left out");
                return;
            }
            plain.limit(Math.max(0, entry.getSize()) + MOST_HEADER);
            Optional<String> path = paths.inTree(entry.getName());
            if (!plainFile(entry) || !Files.isC(entry.getName())) {
                continue;
            }
            if (path.isEmpty()) {
                losses.add(entry.getName(), "a path that leads out of the tree, left out");
            } else if (entry.getSize() > LARGEST) {
                losses.add(path.get(), "larger than 64 MiB, left out");
            } else if (!visitor.visit(path.get(), entry, tar)) {
                return;
            } else {
                files++;
            }
        }
        if (bytes == 0) {
            losses.add(String.valueOf(archive.getFileName()), "no archive: nothing is in it");
        }
    }

    /// Links repeat files that stand elsewhere in the archive.
    private static boolean plainFile(TarArchiveEntry entry) {
        return entry.isFile() && !entry.isSymbolicLink() && !entry.isLink();
    }

    private static byte[] contents(TarArchiveEntry entry, TarArchiveInputStream tar) throws IOException {
        return tar.readNBytes(Math.toIntExact(entry.getSize()));
    }

    private static InputStream decompressed(InputStream file) throws IOException {
        file.mark(8);
        byte[] head = file.readNBytes(6);
        file.reset();
        int first = head.length < 4
                ? 0
                : (head[0] & 0xff) << 24 | (head[1] & 0xff) << 16 | (head[2] & 0xff) << 8 | (head[3] & 0xff);
        if (first == 0xfd377a58) {
            return new XZInputStream(file, XZ_MEMORY_KIB);
        }
        if (first == 0x28b52ffd) {
            return new ZstdInputStream(file);
        }
        return first >>> 16 == 0x1f8b ? new GZIPInputStream(file, 1 << 16) : file;
    }

    @Override
    public List<Loss> losses() {
        return losses.all();
    }

    @Override
    public void close() {}

    /// Looks at one member; false ends the walk.
    private interface Visitor {
        boolean visit(String path, TarArchiveEntry entry, TarArchiveInputStream tar) throws IOException;
    }
}
