package whence.elf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import whence.bytes.Bytes;
import whence.bytes.ShrunkException;
import whence.evidence.Loss;

/// Reads the file header and the section header table; layouts as in the System V ABI, chapter 4.
final class ElfHeader {
    private static final int MAX_SECTIONS = 1 << 20;

    private final Bytes bytes;
    private final String artifact;
    private final Elf.Losses losses;

    ElfHeader(Bytes bytes, String artifact) {
        this.bytes = bytes;
        this.artifact = artifact;
        this.losses = new Elf.Losses(artifact);
    }

    Optional<Elf> read() {
        try {
            return readChecked();
        } catch (ShrunkException gone) {
            losses.add(Loss.Kind.TRUNCATED, gone.offset(), 0, "the file became shorter while its header was read");
            return Optional.empty();
        }
    }

    private Optional<Elf> readChecked() {
        if (!Elf.isElf(bytes) || bytes.size() < 52) {
            return Optional.empty();
        }
        int width = bytes.at(4);
        int order = bytes.at(5);
        if (width < 1 || width > 2 || order < 1 || order > 2 || (width == 2 && bytes.size() < 64)) {
            return Optional.empty();
        }
        Words words = new Words(bytes, order == 2, width == 2);
        List<Section> sections = sections(words);
        return Optional.of(new Elf(artifact, words, words.u16(16), words.u16(18), sections, losses.list()));
    }

    private List<Section> sections(Words words) {
        long table = words.wide() ? words.i64(40) : words.u32(32);
        int tail = words.wide() ? 58 : 46;
        int recordSize = words.u16(tail);
        int least = words.wide() ? 64 : 40;
        if (table == 0) {
            return List.of();
        }
        if (recordSize < least || !words.holds(table, recordSize)) {
            losses.add(Loss.Kind.TRUNCATED, 0, 64, "the section table lies outside the file");
            return List.of();
        }
        // More than 0xff00 sections, and a name table beyond that number, are written in section 0.
        long declared = words.u16(tail + 2);
        long count = declared == 0 ? words.word(table + (words.wide() ? 32 : 20)) : declared;
        int names = words.u16(tail + 4);
        int nameTable = names == 0xffff ? words.i32(table + (words.wide() ? 40 : 24)) : names;
        return sections(words, table, recordSize, fitting(words, table, recordSize, count), nameTable);
    }

    private int fitting(Words words, long table, int recordSize, long count) {
        long room = (words.bytes().size() - table) / recordSize;
        if (Long.compareUnsigned(count, Math.min(room, MAX_SECTIONS)) <= 0) {
            return (int) count;
        }
        losses.add(Loss.Kind.TRUNCATED, table, 0, "the file ends inside its section table");
        return (int) Math.min(room, MAX_SECTIONS);
    }

    private List<Section> sections(Words words, long table, int recordSize, int count, int nameTable) {
        long nameOffset = -1;
        if (nameTable >= 0 && nameTable < count) {
            long at = table + (long) nameTable * recordSize;
            nameOffset = words.wide() ? words.i64(at + 24) : words.u32(at + 16);
        }
        Elf plain = new Elf(artifact, words, 0, 0, List.of(), List.of());
        List<Section> sections = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long at = table + (long) i * recordSize;
            String name = nameOffset < 0 ? "" : plain.text(nameOffset + words.u32(at));
            sections.add(checked(words, words.wide() ? wide(words, at, i, name) : narrow(words, at, i, name), at));
        }
        return sections;
    }

    private Section checked(Words words, Section section, long at) {
        if (section.type() == Section.NOBITS || section.type() == 0 || words.holds(section.offset(), section.size())) {
            return section;
        }
        losses.add(Loss.Kind.TRUNCATED, at, 0, "section " + section.name() + " lies outside the file");
        return new Section(
                section.index(), section.name(), Section.NOBITS, section.flags(), section.address(), 0, 0, 0, 0, 0);
    }

    private static Section wide(Words words, long at, int index, String name) {
        return new Section(
                index,
                name,
                words.i32(at + 4),
                words.i64(at + 8),
                words.i64(at + 16),
                words.i64(at + 24),
                words.i64(at + 32),
                words.i32(at + 40),
                words.i32(at + 44),
                words.i64(at + 56));
    }

    private static Section narrow(Words words, long at, int index, String name) {
        return new Section(
                index,
                name,
                words.i32(at + 4),
                words.u32(at + 8),
                words.u32(at + 12),
                words.u32(at + 16),
                words.u32(at + 20),
                words.i32(at + 24),
                words.i32(at + 28),
                words.u32(at + 36));
    }
}
