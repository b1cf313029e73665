package whence.symbols.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import whence.bytes.Bytes;
import whence.bytes.ShrunkException;
import whence.bytes.Watch;
import whence.elf.Elf;
import whence.elf.Section;
import whence.elf.SymbolCursor;
import whence.evidence.Loss;
import whence.evidence.Span;
import whence.symbols.facts.ElfFacts;
import whence.symbols.facts.ModuleInfo;
import whence.symbols.facts.SymbolFacts;
import whence.symbols.facts.SymbolTable;
import whence.symbols.facts.SymbolTableBuilder;
import whence.timeline.Input;

/// Reads the symbol table of an ELF file, with the `FILE` entry of each local symbol, and its `.modinfo`. Debug
/// information is left alone.
final class ElfReader implements SymbolReader {
    private static final int MAX_NAME = 4096;
    private static final int STEP = 0xffff;

    @Override
    public String format() {
        return "elf";
    }

    @Override
    public int sniff(Bytes head, String name) {
        return Elf.isElf(head) ? 100 : 0;
    }

    @Override
    public SymbolFacts read(Input input, Watch watch) {
        List<Loss> losses = new ArrayList<>();
        Optional<Elf> opened = Elf.open(input.bytes(), input.artifact());
        if (opened.isEmpty()) {
            Span all = new Span(input.artifact(), Span.NO_LINE, 0, input.bytes().size());
            losses.add(new Loss(all, Loss.Kind.TRUNCATED, 1, "begins as an ELF file does but has no readable header"));
            SymbolTable none = SymbolTableBuilder.ofRecords(input.artifact(), format(), input.bytes(), 0, 1)
                    .build();
            return new ElfFacts(Optional.empty(), none, Optional.empty(), losses);
        }
        Elf elf = opened.get();
        losses.addAll(elf.losses());
        SymbolTable table = table(elf, watch, losses);
        return new ElfFacts(opened, table, Modinfo.of(elf), losses);
    }

    private SymbolTable table(Elf elf, Watch watch, List<Loss> losses) {
        Optional<Section> section = elf.section(Section.SYMTAB).or(() -> elf.section(Section.DYNSYM));
        Bytes bytes = elf.words().bytes();
        long start = section.map(Section::offset).orElse(0L);
        int recordSize = elf.words().wide() ? 24 : 16;
        SymbolTableBuilder table = SymbolTableBuilder.ofRecords(elf.artifact(), format(), bytes, start, recordSize);
        if (elf.relocatable()) {
            table.unlinked();
        }
        if (section.isPresent()) {
            try {
                fill(new SymbolCursor(elf, section.get()), elf, table, watch);
            } catch (ShrunkException gone) {
                Span at = elf.span(gone.offset(), 0);
                losses.add(
                        new Loss(at, Loss.Kind.TRUNCATED, Loss.UNKNOWN, "the file became shorter while it was read"));
            }
        }
        return table.build();
    }

    private static void fill(SymbolCursor symbols, Elf elf, SymbolTableBuilder table, Watch watch) {
        long lastFile = 0;
        int code = 0;
        while (symbols.next()) {
            if ((symbols.index() & STEP) == 0) {
                watch.check();
                watch.progress(symbols.index(), symbols.count());
            }
            int length = symbols.structural() || symbols.section() == 0 ? 0 : symbols.nameLength(MAX_NAME);
            if (length == 0) {
                continue;
            }
            int row = table.add(symbols.value(), symbols.letter(), symbols.nameOffset(), length, symbols.index());
            table.size(row, symbols.size());
            if (symbols.file() != 0) {
                if (symbols.file() != lastFile) {
                    lastFile = symbols.file();
                    String name = symbols.fileName(lastFile);
                    code = name.isEmpty()
                            ? 0
                            : table.fileCode(name, elf.span(symbols.offset(lastFile), symbols.recordSize()));
                }
                table.file(row, code);
            }
        }
    }

    /// The `.modinfo` section: texts `name=value`, each ended by a NUL.
    private static final class Modinfo {
        private Modinfo() {}

        static Optional<ModuleInfo> of(Elf elf) {
            return elf.section(".modinfo")
                    .filter(section -> section.type() != Section.NOBITS)
                    .map(section -> read(elf, section));
        }

        private static ModuleInfo read(Elf elf, Section section) {
            List<ModuleInfo.Field> fields = new ArrayList<>();
            Bytes bytes = elf.words().bytes();
            long end = section.offset() + section.size();
            for (long at = section.offset(); at < end; ) {
                long nul = bytes.indexOf((byte) 0, at, end);
                long stop = nul < 0 ? end : nul;
                long equals = bytes.indexOf((byte) '=', at, stop);
                if (equals > at && stop - at < MAX_NAME * 16) {
                    fields.add(new ModuleInfo.Field(
                            bytes.text(at, (int) (equals - at)),
                            bytes.text(equals + 1, (int) (stop - equals - 1)),
                            elf.span(at, stop - at)));
                }
                at = stop + 1;
            }
            return new ModuleInfo(elf.artifact(), fields, List.of());
        }
    }
}
