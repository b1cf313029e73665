package whence.elf.dwarf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whence.bytes.ShrunkException;
import whence.elf.Elf;

/// Debug information: which source an address was compiled from, and through which inlined calls.
///
/// Opening reads nothing; a question reads the table of units once, and of one unit what it needs. The last units
/// asked for are kept. A unit that cannot be read answers nothing. Thread-safe.
public final class Dwarf {
    private static final int DEEPEST = 64;

    private final UnitMap map;
    private final Units units;

    private Dwarf(Sections sections) {
        this.units = new Units(sections);
        this.map = new UnitMap(sections);
    }

    /// Empty where the file has no debug information.
    public static Optional<Dwarf> of(Elf elf) {
        Sections sections = Sections.of(elf);
        return sections.isEmpty() ? Optional.empty() : Optional.of(new Dwarf(sections));
    }

    /// A function at an address, or one inlined there.
    ///
    /// @param function empty where no entry of a function covers the address
    /// @param file whole path as the compiler wrote it; empty where it is not known
    /// @param line 0 where the compiler gave none
    /// @param inlined whether the code stands in the function of the next frame
    public record Frame(String function, String file, int line, boolean inlined) {}

    /// What an address was compiled from, as `addr2line -i` gives it: the innermost inlined function first, the
    /// function that has the code last; empty where nothing is known.
    ///
    /// @param address as linked, unsigned
    public List<Frame> frames(long address) {
        try {
            Unit unit = unitAt(address);
            if (unit == null) {
                return List.of();
            }
            List<Frame> frames = frames(unit, address);
            units.weigh(unit);
            return frames;
        } catch (Reading.Fault | ShrunkException | IndexOutOfBoundsException damage) {
            return List.of();
        }
    }

    /// Name of the compile unit that an address belongs to, as its compiler was called: `fs/compat_binfmt_elf.c`.
    /// This is the object, whatever files it includes.
    public Optional<String> unit(long address) {
        try {
            Unit unit = unitAt(address);
            return unit == null ? Optional.empty() : Optional.of(unit.name());
        } catch (Reading.Fault | ShrunkException | IndexOutOfBoundsException damage) {
            return Optional.empty();
        }
    }

    /// Directory that the compiler of the unit at an address ran in.
    public Optional<String> compilationDirectory(long address) {
        try {
            return Optional.ofNullable(unitAt(address)).map(Unit::compDir);
        } catch (Reading.Fault | ShrunkException | IndexOutOfBoundsException damage) {
            return Optional.empty();
        }
    }

    /// How many parts of the tables that lead from addresses to units could not be read, as far as questions met
    /// them.
    public int damaged() {
        return map.damaged();
    }

    private @Nullable Unit unitAt(long address) {
        long offset = map.unitAt(address);
        return offset < 0 ? null : units.at(offset);
    }

    private List<Frame> frames(Unit unit, long address) {
        Entry function = unit.functions().at(address);
        LineTable lines = unit.lines();
        int row = lines.at(address);
        String file = row < 0 ? "" : lines.file(lines.fileNumber(row));
        int line = row < 0 ? 0 : lines.line(row);
        List<Frame> frames = new ArrayList<>();
        if (function == null) {
            return row < 0 ? List.of() : List.of(new Frame("", file, line, false));
        }
        List<Entry> inlined = unit.inlined(function, address);
        for (Entry call : inlined.reversed()) {
            frames.add(new Frame(name(unit, call, 0), file, line, true));
            file = lines.file(call.callFile);
            line = (int) call.callLine;
        }
        frames.add(new Frame(name(unit, function, 0), file, line, false));
        return frames;
    }

    /// The name of an entry, or of the entry it is an instance of.
    private String name(Unit unit, Entry entry, int depth) {
        String own = unit.text(entry.name);
        if (!own.isEmpty() || entry.origin == 0 || depth > DEEPEST) {
            return own;
        }
        long home = entry.origin;
        boolean inside = home >= unit.header().offset() && home < unit.header().end();
        Unit other = inside ? unit : units.at(map.unitHolding(home));
        Entry origin = other == null ? null : other.entry(home);
        return other == null || origin == null ? "" : name(other, origin, depth + 1);
    }
}
