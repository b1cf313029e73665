package whence.elf.dwarf;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import whence.elf.Words;

/// The table of files at the head of a line program: whole paths, by number. A unit of a kernel names five hundred,
/// of which few are ever asked for: texts are made when they are.
///
/// Up to DWARF 4 files count from 1 and directories have no entry for the compilation directory; since DWARF 5 both
/// count from 0 and describe their own form.
final class LineFiles {
    static final LineFiles NONE = new LineFiles(new Column(), new Column(), "");
    private final Column directories;
    private final Column names;
    private final String compDir;
    private final AtomicReferenceArray<@Nullable String> made;

    private LineFiles(Column directories, Column names, String compDir) {
        this.directories = directories;
        this.names = names;
        this.compDir = compDir;
        this.made = new AtomicReferenceArray<>(names.count);
    }

    /// Where the texts of a table stand.
    private static final class Column {
        private static final int MOST = 1 << 18;
        private @Nullable Words[] home = new Words[16];
        private long[] at = new long[16];
        private int[] directory = new int[16];
        private int count;

        void add(@Nullable Words section, long offset, long ofDirectory) {
            if (count == MOST) {
                throw new Reading.Fault("a line program with more than " + MOST + " files");
            }
            if (count == at.length) {
                home = Arrays.copyOf(home, count * 2);
                at = Arrays.copyOf(at, count * 2);
                directory = Arrays.copyOf(directory, count * 2);
            }
            home[count] = section;
            at[count] = offset;
            directory[count++] = Math.clamp(ofDirectory, 0, Integer.MAX_VALUE);
        }

        String text(int row) {
            Words section = home[row];
            return section == null ? "" : Reading.textAt(section, at[row]);
        }
    }

    /// Reads the table where a line program's head has it.
    static LineFiles read(Sections sections, Reading in, UnitHeader forms, String compDir) {
        Column directories = new Column();
        Column names = new Column();
        if (forms.version() >= 5) {
            table(sections, in, forms, directories);
            table(sections, in, forms, names);
        } else {
            old(sections, in, directories, names);
        }
        return new LineFiles(directories, names, compDir);
    }

    private static void old(Sections sections, Reading in, Column directories, Column names) {
        directories.add(null, 0, 0);
        names.add(null, 0, 0);
        for (long at = in.at(); in.skipText() > 1; at = in.at()) {
            directories.add(sections.line(), at, 0);
        }
        for (long at = in.at(); in.skipText() > 1; at = in.at()) {
            names.add(sections.line(), at, in.uleb());
            in.uleb();
            in.uleb();
        }
    }

    private static void table(Sections sections, Reading in, UnitHeader forms, Column column) {
        int[] format = new int[in.u8() * 2];
        for (int i = 0; i < format.length; i++) {
            format[i] = (int) in.uleb();
        }
        long count = in.uleb();
        if (count > Column.MOST || (format.length == 0 && count > 0)) {
            throw new Reading.Fault("a line program with " + count + " files");
        }
        for (long i = 0; i < count; i++) {
            entry(sections, in, forms, format, column);
        }
    }

    private static void entry(Sections sections, Reading in, UnitHeader forms, int[] format, Column column) {
        Words home = null;
        long at = 0;
        long directory = 0;
        for (int part = 0; part < format.length; part += 2) {
            int form = format[part + 1];
            long value = Forms.read(in, form, forms, 0);
            switch (format[part]) {
                case 1 -> {
                    home = home(sections, form);
                    at = value;
                }
                case 2 -> directory = value;
                default -> {}
            }
        }
        column.add(home, at, directory);
    }

    private static Words home(Sections sections, int form) {
        return switch (form) {
            case Forms.STRING -> sections.line();
            case Forms.LINE_STRP -> sections.lineStr();
            default -> sections.str();
        };
    }

    /// The whole path of a file; empty where the table has no such number.
    String path(long number) {
        if (number < 0 || number >= names.count) {
            return "";
        }
        String known = made.get((int) number);
        if (known == null) {
            String name = names.text((int) number);
            known = name.isEmpty() ? "" : joined(directory(names.directory[(int) number]), name);
            made.set((int) number, known);
        }
        return known;
    }

    private String directory(int number) {
        return number < directories.count ? joined(compDir, directories.text(number)) : compDir;
    }

    private static String joined(String directory, String name) {
        return name.isEmpty() ? directory : name.startsWith("/") || directory.isEmpty() ? name : directory + "/" + name;
    }
}
