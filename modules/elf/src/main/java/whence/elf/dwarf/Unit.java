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
    private @Nullable Functions functions;
    private @Nullable LineTable lines;

    Unit(Sections sections, UnitHeader header) {
        this.sections = sections;
        this.header = header;
        this.abbreviations = new Abbreviations(sections.abbrev(), header);
        this.root = entry(header.entries());
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

    /// The functions of the unit that have code.
    synchronized Functions functions() {
        if (functions == null) {
            Functions found = new Functions();
            if (root != null && root.children) {
                collect(childrenOf(header.entries()), found);
            }
            functions = found;
        }
        return functions;
    }

    /// What its tables take, roughly.
    synchronized long bytes() {
        long ofFunctions = functions == null ? 0 : functions.count() * 160L;
        return 2048 + abbreviations.bytes() + ofFunctions + (lines == null ? 0 : lines.count() * 16L);
    }

    private Entries entries(long offset) {
        return new Entries(reading(offset), header, abbreviations);
    }

    private Entries childrenOf(long offset) {
        Entries entries = entries(offset);
        entries.next();
        return entries;
    }

    /// Walks the entries below the root; subtrees are passed over where their end is known.
    private void collect(Entries entries, Functions found) {
        int depth = 1;
        while (entries.more() && depth > 0) {
            if (!entries.next()) {
                depth--;
                continue;
            }
            Entry entry = entries.entry();
            if (entry != null && entry.tag == Entry.SUBPROGRAM && (entry.lowPc != null || entry.ranges != null)) {
                found.add(entry, ranges(entry));
            }
            if (entries.children() && !entries.passChildren()) {
                depth++;
            }
        }
    }

    /// The entry that begins at an offset of `.debug_info`, whatever it is.
    @Nullable
    Entry entry(long offset) {
        Reading in = reading(offset);
        long code = in.uleb();
        if (code == 0) {
            return null;
        }
        Shape shape = abbreviations.of(code);
        Entry entry = new Entry(offset, shape.tag, shape.children);
        entry.read(in, shape, header);
        return entry;
    }

    /// The chain of inlined calls in a function at an address, outermost first.
    List<Entry> inlined(Entry function, long address) {
        List<Entry> chain = new ArrayList<>();
        if (function.children) {
            descend(childrenOf(function.offset), address, chain);
        }
        return chain;
    }

    /// Goes down into every block that holds the address; subtrees of others that do not say where they end are
    /// walked through without a look.
    private void descend(Entries entries, long address, List<Entry> chain) {
        int depth = 1;
        int blind = Integer.MAX_VALUE;
        while (entries.more() && depth > 0 && chain.size() < DEEPEST) {
            if (!entries.next()) {
                depth--;
                blind = depth < blind ? Integer.MAX_VALUE : blind;
                continue;
            }
            Entry entry = entries.entry();
            boolean inside = entry != null
                    && entry.tag != Entry.SUBPROGRAM
                    && blind == Integer.MAX_VALUE
                    && Ranges.hold(ranges(entry), address);
            if (inside && entry != null && entry.tag == Entry.INLINED) {
                chain.add(entry);
            }
            if (entries.children() && (inside || !entries.passChildren())) {
                depth++;
                blind = inside ? blind : Math.min(blind, depth);
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
