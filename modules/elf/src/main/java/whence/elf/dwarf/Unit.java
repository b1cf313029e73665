package whence.elf.dwarf;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import whence.elf.Words;

/// A compile unit: one source as the compiler saw it. What is read of it is read when asked for.
final class Unit {
    private static final int DEEPEST = 256;
    private final Sections sections;
    private final UnitHeader header;
    private final Abbreviations abbreviations;
    private final @Nullable Entry root;
    private @Nullable List<Function> functions;
    private @Nullable LineTable lines;

    /// A function that has code, or a piece of one; ranges are pairs of start and end.
    static final class Function {
        private final Entry entry;
        private final long[] ranges;

        Function(Entry entry, long[] ranges) {
            this.entry = entry;
            this.ranges = ranges;
        }

        Entry entry() {
            return entry;
        }

        long[] ranges() {
            return ranges;
        }

        boolean holds(long address) {
            return Ranges.hold(ranges, address);
        }
    }

    Unit(Sections sections, UnitHeader header) {
        this.sections = sections;
        this.header = header;
        this.abbreviations = new Abbreviations(sections.abbrev(), header.abbreviations());
        this.root = Entry.read(reading(header.entries()), header, abbreviations);
    }

    UnitHeader header() {
        return header;
    }

    Reading reading(long offset) {
        if (offset < header.entries() || offset >= header.end()) {
            throw new Reading.Fault("an entry outside of its unit");
        }
        return new Reading(sections.info(), offset, header.end());
    }

    boolean compiled() {
        return root != null && root.tag == Entry.COMPILE_UNIT;
    }

    Entry root() {
        return Objects.requireNonNull(root);
    }

    /// Name of the source as the compiler was called with it: `fs/compat_binfmt_elf.c`.
    String name() {
        return root == null ? "" : text(root.name);
    }

    String compDir() {
        return root == null ? "" : text(root.compDir);
    }

    long[] ranges() {
        return root == null ? new long[0] : ranges(root);
    }

    long[] ranges(Entry entry) {
        return new Ranges(sections, this).of(entry);
    }

    long base() {
        return root == null || root.lowPc == null ? 0 : address(root.lowPc);
    }

    long address(Entry.Raw raw) {
        if (!Forms.addressIndex(raw.form())) {
            return raw.value();
        }
        long at = (root == null ? 0 : root.addrBase) + raw.value() * header.addressSize();
        return new Reading(sections.addr(), at).address(header.addressSize());
    }

    String text(Entry.@Nullable Raw raw) {
        if (raw == null) {
            return "";
        }
        if (Forms.stringIndex(raw.form())) {
            int size = header.wide() ? 8 : 4;
            long at = (root == null ? 0 : root.strOffsetsBase) + raw.value() * size;
            return Reading.textAt(sections.str(), new Reading(sections.strOffsets(), at).offset(header.wide()));
        }
        Words home = switch (raw.form()) {
            case Forms.STRING -> sections.info();
            case Forms.LINE_STRP -> sections.lineStr();
            default -> sections.str();
        };
        return Reading.textAt(home, raw.value());
    }

    /// The functions of the unit that have code, those nested in others too.
    synchronized List<Function> functions() {
        if (functions == null) {
            List<Function> found = new ArrayList<>();
            if (root != null && root.children) {
                Reading in = reading(header.entries());
                Entry.read(in, header, abbreviations);
                collect(in, found);
            }
            functions = List.copyOf(found);
        }
        return functions;
    }

    /// Walks the entries below the root; subtrees that can hold no function are passed over where their end is known.
    private void collect(Reading in, List<Function> found) {
        int depth = 1;
        while (in.more() && depth > 0) {
            Entry entry = Entry.read(in, header, abbreviations);
            if (entry == null) {
                depth--;
                continue;
            }
            if (entry.tag == Entry.SUBPROGRAM && (entry.lowPc != null || entry.ranges != null)) {
                found.add(new Function(entry, ranges(entry)));
            }
            if (entry.children) {
                if (entry.sibling > in.at() && entry.sibling <= header.end()) {
                    in.skip(entry.sibling - in.at());
                } else {
                    depth++;
                }
            }
        }
    }

    /// The entry that begins at an offset of `.debug_info`.
    @Nullable
    Entry entry(long offset) {
        return Entry.read(reading(offset), header, abbreviations);
    }

    /// The chain of inlined calls in a function at an address, outermost first.
    List<Entry> inlined(Function function, long address) {
        List<Entry> chain = new ArrayList<>();
        if (function.entry().children) {
            Reading in = reading(function.entry().offset);
            Entry.read(in, header, abbreviations);
            descend(in, address, chain);
        }
        return chain;
    }

    /// Goes down into every block that holds the address.
    private void descend(Reading in, long address, List<Entry> chain) {
        int skipping = 0;
        int depth = 1;
        while (in.more() && depth > 0 && chain.size() < DEEPEST) {
            Entry entry = Entry.read(in, header, abbreviations);
            if (entry == null) {
                depth--;
                skipping = Math.min(skipping, depth);
                continue;
            }
            boolean scope = entry.tag == Entry.INLINED || entry.tag == Entry.LEXICAL_BLOCK;
            boolean inside = scope && skipping == 0 && Ranges.hold(ranges(entry), address);
            if (inside && entry.tag == Entry.INLINED) {
                chain.add(entry);
            }
            if (!entry.children) {
                continue;
            }
            if (!inside && entry.sibling > in.at() && entry.sibling <= header.end()) {
                in.skip(entry.sibling - in.at());
            } else {
                depth++;
                skipping = inside || skipping > 0 ? skipping : depth - 1;
            }
        }
    }

    synchronized LineTable lines() {
        if (lines == null) {
            lines = root == null || root.stmtList < 0
                    ? LineTable.EMPTY
                    : LineProgram.read(sections, root.stmtList, header.addressSize(), compDir(), name());
        }
        return lines;
    }
}
