package whence.session.pack;

import io.airlift.compress.v3.zstd.ZstdJavaCompressor;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.bytes.unpack.Compression;
import whence.session.manifest.Manifest;
import whence.session.open.Stored;

/// Writes a session file: the same session gives the same bytes, whenever and wherever it is packed.
///
/// Frames that came from a session file are copied; everything else is compressed by the Java block encoder, whose
/// output, unlike the native one's, depends on its version alone.
public final class Pack {
    /// Larger artifacts are stored as they are: the block encoder works on arrays.
    private static final long ENCODABLE = 1L << 30;

    private static final int CHUNK = 1 << 20;
    private static final String PACKED = ".zst";

    private final List<Stored> artifacts;
    private final Manifest manifest;
    private final Watch watch;

    private Pack(List<Stored> artifacts, Manifest manifest, Watch watch) {
        this.artifacts = artifacts;
        this.manifest = manifest;
        this.watch = watch;
    }

    /// Writes beside the target first and then takes its place, so that a crash leaves the old file.
    public static void write(List<Stored> stored, Manifest manifest, Path target, Watch watch) throws IOException {
        List<Stored> own = stored.stream()
                .filter(each -> each.artifact().derivedFrom() == null)
                .toList();
        Path absolute = target.toAbsolutePath();
        Path beside = absolute.resolveSibling("." + absolute.getFileName() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside), CHUNK)) {
                new Pack(own, manifest, watch).to(out);
            }
            Files.move(beside, absolute, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private void to(OutputStream out) throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name())) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            tar.setAddPaxHeadersForNonAsciiNames(true);
            List<String> names = new ArrayList<>();
            artifacts.forEach(stored -> names.add(Catalogue.member(stored)));
            byte[] json = Catalogue.of(manifest, artifacts, watch).write();
            member(tar, Manifest.NAME, Bytes.of(json));
            Set<String> taken = new HashSet<>(names);
            for (int i = 0; i < names.size(); i++) {
                watch.check();
                watch.progress(i, names.size());
                artifact(tar, artifacts.get(i), names.get(i), !taken.contains(names.get(i) + PACKED));
            }
        }
    }

    private void artifact(TarArchiveOutputStream tar, Stored stored, String name, boolean mayPack) throws IOException {
        boolean framed = stored.packed().filter(Compression.ZSTD::equals).isPresent();
        if (framed && mayPack) {
            member(tar, name + PACKED, stored.raw());
            return;
        }
        Bytes content = stored.content(watch);
        if (mayPack && content.size() <= ENCODABLE) {
            byte[] frame = frame(content);
            if (frame.length < content.size()) {
                member(tar, name + PACKED, Bytes.of(frame));
                return;
            }
        }
        member(tar, name, content);
    }

    private static byte[] frame(Bytes content) {
        byte[] plain = content.copy(0, Math.toIntExact(content.size()));
        ZstdJavaCompressor encoder = new ZstdJavaCompressor();
        byte[] packed = new byte[encoder.maxCompressedLength(plain.length)];
        int length = encoder.compress(plain, 0, plain.length, packed, 0, packed.length);
        return Arrays.copyOf(packed, length);
    }

    private static void member(TarArchiveOutputStream tar, String name, Bytes content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(content.size());
        entry.setMode(0644);
        entry.setIds(0, 0);
        entry.setNames("", "");
        entry.setModTime(0L);
        tar.putArchiveEntry(entry);
        for (long at = 0; at < content.size(); at += CHUNK) {
            tar.write(content.copy(at, (int) Math.min(CHUNK, content.size() - at)));
        }
        tar.closeArchiveEntry();
    }
}
