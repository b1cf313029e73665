package whence.bytes.unpack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import whence.bytes.Bytes;
import whence.bytes.BytesInputStream;
import whence.bytes.Watch;

/// Reads a tar that may be hostile: nothing is written anywhere, members are views into the archive, and whatever is
/// left out is said. A broken header costs the way to the next readable one.
public final class Tar {
    private static final int BLOCK = 512;
    private static final byte[] MAGIC = "ustar".getBytes(StandardCharsets.US_ASCII);
    private static final int MAGIC_AT = 257;
    private static final int SIZE_AT = 124;
    private static final int TYPE_AT = 156;
    private static final int MEMBERS_MAX = 1_000_000;
    /// Longest extended header (long name, pax records) that is believed, bytes.
    private static final long EXTENSION_MAX = 1 << 20;

    private final Bytes archive;
    private final List<Member> members = new ArrayList<>();
    private final List<Trouble> troubles = new ArrayList<>();

    private Tar(Bytes archive) {
        this.archive = archive;
    }

    /// Something in an archive that is not handed on.
    ///
    /// @param offset in the archive
    public record Trouble(long offset, long length, String why) {}

    /// What an archive holds, in its order.
    public record Contents(List<Member> members, List<Trouble> troubles) {
        public Contents {
            members = List.copyOf(members);
            troubles = List.copyOf(troubles);
        }
    }

    /// Whether the bytes begin with a tar header.
    public static boolean is(Bytes head) {
        return head.startsWith(MAGIC, MAGIC_AT);
    }

    public static Contents read(Bytes archive, Watch watch) {
        Tar tar = new Tar(archive);
        long at = 0;
        while (at >= 0 && at < archive.size()) {
            at = tar.readFrom(at, watch);
        }
        return new Contents(tar.members, tar.troubles);
    }

    /// Reads to the end, or to the first damage; returns where to go on, or -1.
    private long readFrom(long start, Watch watch) {
        BytesInputStream in = new BytesInputStream(archive, start);
        long header = start;
        try (TarArchiveInputStream tar = new TarArchiveInputStream(in, StandardCharsets.UTF_8.name())) {
            while (true) {
                watch.check();
                watch.progress(header, archive.size());
                if (oversizedExtension(header)) {
                    return resume(header, "an extended header longer than " + EXTENSION_MAX + " bytes");
                }
                TarArchiveEntry entry = tar.getNextEntry();
                if (entry == null) {
                    return -1;
                }
                if (!entry.isCheckSumOK()) {
                    return resume(header, "a member's header has a wrong checksum");
                }
                if (members.size() >= MEMBERS_MAX) {
                    troubles.add(new Trouble(header, archive.size() - header, "more than " + MEMBERS_MAX + " members"));
                    return -1;
                }
                add(entry, in.position());
                header = in.position() + padded(entry.getSize());
            }
        } catch (IOException | IllegalArgumentException damage) {
            return resume(header, String.valueOf(damage.getMessage()));
        }
    }

    private void add(TarArchiveEntry entry, long offset) {
        long length = Math.max(0, entry.getSize());
        String name = entry.getName();
        if (entry.isDirectory()) {
            return;
        }
        Optional<String> path = clean(name);
        if (path.isEmpty()) {
            troubles.add(new Trouble(offset, length, "the member " + shown(name) + " has a path that climbs out"));
        } else if (entry.isSymbolicLink() || entry.isLink()) {
            link(entry, path.get(), offset);
        } else if (!regular(entry)) {
            troubles.add(new Trouble(offset, length, "the member " + shown(name) + " is no regular file"));
        } else {
            file(path.get(), offset, length);
        }
    }

    private static boolean regular(TarArchiveEntry entry) {
        return entry.isFile()
                && !entry.isSparse()
                && !entry.isCharacterDevice()
                && !entry.isBlockDevice()
                && !entry.isFIFO();
    }

    private void file(String path, long offset, long length) {
        long there = Math.min(length, Math.max(0, archive.size() - offset));
        members.add(new Member(path, offset, archive.slice(Math.min(offset, archive.size()), there)));
        if (there < length) {
            troubles.add(new Trouble(
                    offset + there,
                    0,
                    "the archive ends inside " + shown(path) + ": " + there + " of " + length + " bytes"));
        }
    }

    /// A link inside the archive repeats a member that stands there under its own name; one that leaves it is said.
    private void link(TarArchiveEntry entry, String path, long offset) {
        String target = entry.getLinkName();
        int slash = path.lastIndexOf('/');
        String from = entry.isLink() || slash < 0 ? "" : path.substring(0, slash + 1);
        if (target.startsWith("/") || clean(from + target).isEmpty()) {
            troubles.add(new Trouble(offset, 0, "the link " + shown(path) + " leads out, to " + shown(target)));
        }
    }

    /// The path without `.` and inner `..`; empty where it is absolute or climbs.
    static Optional<String> clean(String name) {
        if (name.startsWith("/") || name.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        List<String> kept = new ArrayList<>();
        for (String part : name.split("/", -1)) {
            if (part.equals("..") && kept.isEmpty()) {
                return Optional.empty();
            } else if (part.equals("..")) {
                kept.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                kept.add(part);
            }
        }
        return kept.isEmpty() ? Optional.empty() : Optional.of(String.join("/", kept));
    }

    /// Whether one of the extended headers that begin here claims more than is believed; the library would read it
    /// whole.
    private boolean oversizedExtension(long start) {
        for (long header = start; isExtension(header); ) {
            long size = octal(header + SIZE_AT);
            if (size > EXTENSION_MAX) {
                return true;
            }
            header += BLOCK + padded(size);
        }
        return false;
    }

    private boolean isExtension(long header) {
        return header + BLOCK <= archive.size() && "LKxgX".indexOf(archive.at(header + TYPE_AT)) >= 0;
    }

    /// A size field; one in base 256 is larger than anything believed here.
    private long octal(long at) {
        long value = 0;
        for (int i = 0; i < 12; i++) {
            byte digit = archive.at(at + i);
            if (digit < 0) {
                return Long.MAX_VALUE;
            }
            value = digit >= '0' && digit <= '7' ? value << 3 | (digit - '0') : value;
        }
        return value;
    }

    private long resume(long header, String why) {
        for (long at = header + BLOCK; at + BLOCK <= archive.size(); at += BLOCK) {
            if (archive.startsWith(MAGIC, at + MAGIC_AT) && !oversizedExtension(at)) {
                troubles.add(new Trouble(header, at - header, why));
                return at;
            }
        }
        troubles.add(new Trouble(Math.min(header, archive.size()), Math.max(0, archive.size() - header), why));
        return -1;
    }

    private static long padded(long size) {
        return (size + BLOCK - 1) / BLOCK * BLOCK;
    }

    private static String shown(String name) {
        return "'" + (name.length() > 200 ? name.substring(0, 200) + "…" : name).replaceAll("\\p{Cntrl}", "?") + "'";
    }
}
