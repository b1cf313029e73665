package whence.trail.symbol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import whence.evidence.EventKind;
import whence.evidence.Span;
import whence.symbols.Copy;
import whence.symbols.Symbol;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.traces.TraceFields;
import whence.trail.read.Material;

/// Which programs entered which copy of a name. A probe or the function tracer writes `name+0x0/SIZE`; where the sizes
/// of the copies differ that tells them apart, and an exec of the same task that follows names the program.
public final class CopyRuns {
    private static final int MOST_PROGRAMS = 4;
    private static final Pattern FILENAME = Pattern.compile("filename=(\\S+)");

    private final Symbol symbol;
    private final Map<Integer, List<Entry>> byCopy = new LinkedHashMap<>();
    private final Set<String> seen = new LinkedHashSet<>();

    private CopyRuns(Symbol symbol) {
        this.symbol = symbol;
    }

    /// What is known of one copy.
    ///
    /// @param copy the copy by its number
    /// @param text a sentence
    /// @param evidence the lines of the entries
    public record Ran(int copy, String text, List<Span> evidence) {
        public Ran {
            evidence = List.copyOf(evidence);
        }
    }

    /// One entry into a copy.
    ///
    /// @param after the copy that the same task had entered before, with no exec between; 0 where none
    private record Entry(int copy, int after, Span span, Program program) {}

    /// The program a task ran next; its name stays empty where the trace does not show it.
    private static final class Program {
        private String name = "";
    }

    /// The copies that were entered, in their order; empty where nothing tells them apart.
    public static List<Ran> of(Material material, Symbol symbol) {
        CopyRuns runs = new CopyRuns(symbol);
        material.of("ftrace").forEach(runs::read);
        return runs.byCopy.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(copy -> ran(copy.getKey(), copy.getValue()))
                .toList();
    }

    private void read(Material.Part part) {
        Events events = part.events();
        Map<Integer, List<Entry>> open = new HashMap<>();
        for (int row = 0; row < events.count(); row++) {
            int task = events.pid(row);
            if (events.kind(row) == EventKind.EXEC) {
                String program = program(part.text(row));
                List<Entry> entries = open.remove(task);
                if (entries != null) {
                    entries.forEach(entry -> entry.program.name = program);
                }
            } else if (events.kind(row) == EventKind.PROBE) {
                int copy = copy(events, row);
                if (copy > 0) {
                    enter(part, row, copy, open.computeIfAbsent(task, _ -> new ArrayList<>()));
                }
            }
        }
    }

    private void enter(Material.Part part, int row, int copy, List<Entry> open) {
        Events events = part.events();
        int after = open.isEmpty() ? 0 : open.getLast().copy;
        Entry entry = new Entry(copy, after, part.span(row), new Program());
        open.add(entry);
        if (seen.add(events.pid(row) + " " + events.timeNs(row) + " " + copy)) {
            byCopy.computeIfAbsent(copy, _ -> new ArrayList<>()).add(entry);
        }
    }

    /// Number of the one copy whose size the line gives; 0 where it names another function or does not tell.
    private int copy(Events events, int row) {
        long size = events.number(TraceFields.SIZE, row);
        if (size == Events.NO_NUMBER
                || events.number(TraceFields.OFFSET, row) != 0
                || !symbol.name().equals(events.text(Fields.FUNCTION, row))) {
            return 0;
        }
        List<Copy> fitting =
                symbol.copies().stream().filter(c -> c.size() == size).toList();
        return fitting.size() == 1 ? fitting.getFirst().number() : 0;
    }

    private static String program(String exec) {
        Matcher name = FILENAME.matcher(exec);
        return name.find() ? name.group(1) : "";
    }

    private static Ran ran(int copy, List<Entry> entries) {
        Map<String, Long> programs = entries.stream()
                .filter(entry -> !entry.program.name.isEmpty())
                .collect(Collectors.groupingBy(entry -> entry.program.name, LinkedHashMap::new, Collectors.counting()));
        String text = "copy " + copy + " was entered " + times(entries.size()) + order(entries) + programs(programs);
        return new Ran(copy, text, entries.stream().map(Entry::span).toList());
    }

    private static String times(long count) {
        return count == 1 ? "once" : count == 2 ? "twice" : count + " times";
    }

    /// Said only where it holds of every entry.
    private static String order(List<Entry> entries) {
        List<Integer> before = entries.stream().map(Entry::after).distinct().toList();
        return before.size() == 1 && before.getFirst() > 0
                ? ", each time after the same task had entered copy " + before.getFirst()
                : "";
    }

    private static String programs(Map<String, Long> programs) {
        if (programs.isEmpty()) {
            return "";
        }
        String most = programs.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_PROGRAMS)
                .map(program -> program.getKey() + " (" + times(program.getValue()) + ")")
                .collect(Collectors.joining(", "));
        int more = programs.size() - MOST_PROGRAMS;
        return "; the tasks then became " + most + (more > 0 ? " and " + more + " other programs" : "");
    }
}
