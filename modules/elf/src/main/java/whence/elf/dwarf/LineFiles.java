package whence.elf.dwarf;

import java.util.ArrayList;
import java.util.List;
import whence.elf.Words;

/// The table of files at the head of a line program: whole paths, by number. Up to DWARF 4 files count from 1 and
/// directories have no entry for the compilation directory; since DWARF 5 both count from 0 and describe their own
/// form.
final class LineFiles {
    private static final int PATH = 1;
    private static final int DIRECTORY = 2;
    private static final int MOST = 1 << 18;

    private final Sections sections;
    private final Reading in;
    private final UnitHeader forms;
    private final String compDir;
    private final List<String> directories = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    LineFiles(Sections sections, Reading in, UnitHeader forms, String compDir) {
        this.sections = sections;
        this.in = in;
        this.forms = forms;
        this.compDir = compDir;
    }

    List<String> read() {
        if (forms.version() >= 5) {
            table(true);
            table(false);
        } else {
            old();
        }
        return List.copyOf(names);
    }

    private void old() {
        directories.add(compDir);
        names.add("");
        for (String directory = in.text(); !directory.isEmpty(); directory = in.text()) {
            directories.add(joined(compDir, directory));
        }
        for (String name = in.text(); !name.isEmpty(); name = in.text()) {
            long directory = in.uleb();
            in.uleb();
            in.uleb();
            names.add(joined(directory(directory), name));
        }
    }

    private void table(boolean forDirectories) {
        int parts = in.u8();
        long[] format = new long[parts * 2];
        for (int i = 0; i < format.length; i++) {
            format[i] = in.uleb();
        }
        long count = in.uleb();
        if (count > MOST || (parts == 0 && count > 0)) {
            throw new Reading.Fault("a line program with " + count + " files");
        }
        for (long i = 0; i < count; i++) {
            String path = "";
            long directory = 0;
            for (int part = 0; part < format.length; part += 2) {
                int form = (int) format[part + 1];
                long value = Forms.read(in, form, forms, 0);
                path = format[part] == PATH ? text(form, value) : path;
                directory = format[part] == DIRECTORY ? value : directory;
            }
            if (forDirectories) {
                directories.add(joined(compDir, path));
            } else {
                names.add(joined(directory(directory), path));
            }
        }
    }

    private String directory(long number) {
        return number >= 0 && number < directories.size() ? directories.get((int) number) : compDir;
    }

    private String text(int form, long value) {
        Words home = switch (form) {
            case Forms.STRING -> sections.line();
            case Forms.LINE_STRP -> sections.lineStr();
            default -> sections.str();
        };
        return Reading.textAt(home, value);
    }

    private static String joined(String directory, String name) {
        return name.startsWith("/") || directory.isEmpty() ? name : directory + "/" + name;
    }
}
