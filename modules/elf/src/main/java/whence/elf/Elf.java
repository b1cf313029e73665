package whence.elf;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import whence.bytes.Bytes;
import whence.evidence.Loss;
import whence.evidence.Span;

/// An ELF file: what its header and section table say. Opening reads these two and nothing else, so a `vmlinux` of
/// 600 MB opens in no time.
///
/// Nothing here throws for what the file holds: what does not fit is a [Loss], and the rest is read. Immutable.
public final class Elf {
    private static final byte[] MAGIC = {0x7f, 'E', 'L', 'F'};
    private static final int MAX_NAME = 4096;

    private final String artifact;
    private final Words words;
    private final int type;
    private final int machine;
    private final List<Section> sections;
    private final List<Loss> losses;

    Elf(String artifact, Words words, int type, int machine, List<Section> sections, List<Loss> losses) {
        this.artifact = artifact;
        this.words = words;
        this.type = type;
        this.machine = machine;
        this.sections = List.copyOf(sections);
        this.losses = List.copyOf(losses);
    }

    /// Whether the bytes begin as an ELF file does.
    public static boolean isElf(Bytes head) {
        return head.startsWith(MAGIC, 0);
    }

    /// Reads header and section table.
    ///
    /// @return empty where it is no ELF file of 32 or 64 bits at all
    public static Optional<Elf> open(Bytes bytes, String artifact) {
        return new ElfHeader(bytes, artifact).read();
    }

    public String artifact() {
        return artifact;
    }

    public Words words() {
        return words;
    }

    /// `ET_*`: 1 relocatable (a module), 2 linked (vmlinux).
    public int type() {
        return type;
    }

    /// Whether sections have no addresses yet, as in a module.
    public boolean relocatable() {
        return type == 1;
    }

    /// `EM_*`: 62 x86-64, 183 arm64.
    public int machine() {
        return machine;
    }

    public List<Section> sections() {
        return sections;
    }

    public Optional<Section> section(String name) {
        return sections.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    /// The first section of a type.
    public Optional<Section> section(int wanted) {
        return sections.stream().filter(s -> s.type() == wanted).findFirst();
    }

    /// The section's bytes as they are in the file; empty where it has none.
    public Bytes bytes(Section section) {
        return section.type() == Section.NOBITS
                ? Bytes.of(new byte[0])
                : words.bytes().slice(section.offset(), section.size());
    }

    public List<Loss> losses() {
        return losses;
    }

    /// Where a range of the file stands.
    public Span span(long offset, long length) {
        return new Span(artifact, Span.NO_LINE, offset, length);
    }

    /// The GNU build id in hexadecimal, as `file` and `/sys/kernel/notes` give it.
    public Optional<String> buildId() {
        return sections.stream()
                .filter(s -> s.type() == Section.NOTE)
                .flatMap(s -> Notes.in(this, s).stream())
                .filter(note -> note.owner().equals("GNU") && note.type() == Notes.BUILD_ID)
                .findFirst()
                .map(note -> HexFormat.of().formatHex(note.description().copy(0, (int)
                        note.description().size())));
    }

    /// Text that ends at a NUL, at most 4 KiB of it; empty where `offset` lies outside.
    String text(long offset) {
        if (!words.holds(offset, 1)) {
            return "";
        }
        long limit = Math.min(words.bytes().size(), offset + MAX_NAME);
        long end = words.bytes().indexOf((byte) 0, offset, limit);
        return words.bytes().text(offset, (int) ((end < 0 ? limit : end) - offset));
    }

    /// Losses while a header is read.
    static final class Losses {
        private final String artifact;
        private final List<Loss> list = new ArrayList<>();

        Losses(String artifact) {
            this.artifact = artifact;
        }

        void add(Loss.Kind kind, long offset, long length, String why) {
            list.add(new Loss(new Span(artifact, Span.NO_LINE, offset, length), kind, Loss.UNKNOWN, why));
        }

        List<Loss> list() {
            return list;
        }
    }
}
