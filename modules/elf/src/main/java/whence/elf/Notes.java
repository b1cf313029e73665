package whence.elf;

import java.util.ArrayList;
import java.util.List;
import whence.bytes.Bytes;

/// The notes of a `SHT_NOTE` section, or of a copy of `/sys/kernel/notes`.
public final class Notes {
    static final int BUILD_ID = 3;
    private static final int MAX_NOTES = 4096;

    private Notes() {}

    /// One note.
    ///
    /// @param owner who defines what it means: `GNU`, `Linux`, `Xen`
    public record Note(String owner, int type, Bytes description) {}

    static List<Note> in(Elf elf, Section section) {
        return in(new Words(elf.bytes(section), elf.words().bigEndian(), true));
    }

    /// All notes up to the first that does not fit.
    public static List<Note> in(Words words) {
        List<Note> notes = new ArrayList<>();
        Bytes bytes = words.bytes();
        long at = 0;
        while (words.holds(at, 12) && notes.size() < MAX_NOTES) {
            long nameSize = words.u32(at);
            long size = words.u32(at + 4);
            long description = at + 12 + padded(nameSize);
            if (!words.holds(at + 12, nameSize) || !words.holds(description, size) || size > 1 << 20) {
                break;
            }
            int nameLength = (int) Math.min(256, Math.max(0, nameSize - 1));
            notes.add(new Note(bytes.text(at + 12, nameLength), words.i32(at + 8), bytes.slice(description, size)));
            at = description + padded(size);
        }
        return notes;
    }

    private static long padded(long size) {
        return (size + 3) & ~3L;
    }
}
