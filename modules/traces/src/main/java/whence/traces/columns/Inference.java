package whence.traces.columns;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import whence.traces.columns.Layout.Column;

/// Finds the columns of rows that have no header: what is true of a cell in every sampled row makes its role. A
/// heuristic, used only where neither the user nor a header says.
public final class Inference {
    private static final Pattern TIME_OF_DAY = Pattern.compile("\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?");
    private static final Pattern NSECS = Pattern.compile("\\d{10,19}");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,10}\\.\\d{3,9}");
    private static final Pattern SMALL = Pattern.compile("\\d{1,7}");
    private static final Pattern COMM = Pattern.compile("(?!\\d+$)[^\\s=(),\"\\[\\]]{1,15}|\\([^()\\s]+\\)");
    private static final Pattern KEYED = Pattern.compile("[a-z_]+=\\S+");
    private static final int LEAST_ROWS = 3;

    private final List<List<String>> rows;
    private final List<String> lines;
    private final List<Column> columns = new ArrayList<>();

    private Inference(List<String> lines) {
        this.lines = lines;
        this.rows = lines.stream()
                .map(line -> List.of(line.strip().split("\\s+", -1)))
                .toList();
    }

    /// The layout that all the lines have; empty where they have none that says when and who.
    public static Optional<Layout> of(List<String> lines) {
        return lines.size() < LEAST_ROWS ? Optional.empty() : new Inference(lines).layout();
    }

    private Optional<Layout> layout() {
        int at = 0;
        while (all(at, TIME_OF_DAY) || all(at, NSECS) || all(at, SECONDS)) {
            columns.add(new Column("time", Role.TIME, 0));
            at++;
        }
        if (at == 0 || !all(at, SMALL)) {
            return Optional.empty();
        }
        at = numbers(at);
        at = names(at);
        while (all(at, KEYED) && sameKey(at)) {
            columns.add(new Column(key(rows.getFirst().get(at)), Role.KEYED, 0));
            at++;
        }
        columns.add(new Column("", execs(at) ? Role.ARGV : Role.REST, 0));
        return Optional.of(new Layout(columns, Layout.By.ROWS));
    }

    /// The first small number is the pid; a second that mostly equals it is the thread.
    private int numbers(int from) {
        int at = from;
        columns.add(new Column("pid", Role.PID, 0));
        at++;
        while (all(at, SMALL)) {
            int first = from;
            int cell = at;
            long same = rows.stream()
                    .filter(row -> row.get(first).equals(row.get(cell)))
                    .count();
            boolean thread = same * 2 > rows.size();
            columns.add(new Column(thread ? "tid" : "", thread ? Role.TID : Role.OTHER, 0));
            at++;
        }
        return at;
    }

    private int names(int at) {
        boolean payload = rows.stream()
                .anyMatch(row -> at + 1 < row.size() && row.get(at + 1).startsWith("ret="));
        int width = width(at);
        boolean name = (all(at, COMM) && !payload) || width > 0;
        if (name) {
            columns.add(new Column("comm", Role.COMM, width));
        }
        return name ? at + 1 : at;
    }

    /// Width of a padded column of names with the space behind it, where the next cell stands equally far in every
    /// row.
    private int width(int at) {
        int width = 0;
        boolean padded = false;
        for (int i = 0; i < lines.size(); i++) {
            int from = start(lines.get(i), at);
            int next = start(lines.get(i), at + 1);
            if (from < 0 || next < 0) {
                return 0;
            }
            padded |= next - from > rows.get(i).get(at).length() + 1;
            width = width == 0 || width == next - from ? next - from : -1;
            if (width < 0) {
                return 0;
            }
        }
        return padded && width >= 8 ? width : 0;
    }

    /// Where the cell begins, or -1.
    private static int start(String line, int cell) {
        int at = 0;
        int seen = -1;
        boolean inside = false;
        for (; at < line.length(); at++) {
            boolean space = line.charAt(at) == ' ' || line.charAt(at) == '\t';
            if (!space && !inside && ++seen == cell) {
                return at;
            }
            inside = !space;
        }
        return -1;
    }

    /// Nearly each row another process, and a rest that begins with a program: these are the starts of programs.
    private boolean execs(int at) {
        int pid = -1;
        for (int i = 0; i < columns.size() && pid < 0; i++) {
            pid = columns.get(i).role() == Role.PID ? i : -1;
        }
        Set<String> pids = new HashSet<>();
        int programs = 0;
        for (List<String> row : rows) {
            pids.add(row.get(pid));
            boolean program = at < row.size()
                    && row.get(at).matches("[\\w./@+\\-\\[:]+")
                    && !row.get(at).endsWith(":");
            programs += program ? 1 : 0;
        }
        boolean comm = columns.stream().anyMatch(column -> column.role() == Role.COMM);
        return comm && pids.size() * 10 >= rows.size() * 8 && programs * 10 >= rows.size() * 9;
    }

    private boolean sameKey(int at) {
        String key = key(rows.getFirst().get(at));
        return rows.stream().allMatch(row -> key(row.get(at)).equals(key));
    }

    private static String key(String cell) {
        return cell.substring(0, cell.indexOf('='));
    }

    private boolean all(int at, Pattern pattern) {
        Predicate<List<String>> has =
                row -> at < row.size() && pattern.matcher(row.get(at)).matches();
        return rows.stream().allMatch(has);
    }
}
