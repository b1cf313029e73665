package whence.elf.dwarf;

import whence.bytes.Bytes;
import whence.elf.Elf;
import whence.elf.Section;
import whence.elf.Words;

/// The debug sections of a file; those it lacks are empty.
record Sections(
        Words info,
        Words abbrev,
        Words line,
        Words str,
        Words lineStr,
        Words aranges,
        Words ranges,
        Words rnglists,
        Words addr,
        Words strOffsets) {

    static Sections of(Elf elf) {
        return new Sections(
                section(elf, ".debug_info"),
                section(elf, ".debug_abbrev"),
                section(elf, ".debug_line"),
                section(elf, ".debug_str"),
                section(elf, ".debug_line_str"),
                section(elf, ".debug_aranges"),
                section(elf, ".debug_ranges"),
                section(elf, ".debug_rnglists"),
                section(elf, ".debug_addr"),
                section(elf, ".debug_str_offsets"));
    }

    private static Words section(Elf elf, String name) {
        Bytes bytes = elf.section(name)
                .filter(section -> section.type() != Section.NOBITS)
                .map(section -> section.compressed() ? Inflated.of(elf, section) : elf.bytes(section))
                .orElseGet(() -> Bytes.of(new byte[0]));
        return new Words(bytes, elf.words().bigEndian(), elf.words().wide());
    }

    boolean isEmpty() {
        return info.bytes().size() == 0 || abbrev.bytes().size() == 0;
    }
}
