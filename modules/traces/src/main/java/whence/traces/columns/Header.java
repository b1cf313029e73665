package whence.traces.columns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.traces.columns.Layout.Column;

/// Reads a row of column names: `NSECS  TIME  PID  COMM  EVENT`.
public final class Header {
    private static final Pattern NAME = Pattern.compile("\\S+");
    private static final Pattern CAPITAL = Pattern.compile("[A-Z][A-Z0-9_%/-]*s?(\\([a-zA-Z]+\\))?:?|-");
    private static final Set<Role> TELLING = Set.of(Role.PID, Role.COMM, Role.TIME);
    private static final int LONGEST = 400;

    private Header() {}

    /// The layout that the line names; empty where it is no header: all words in capitals, at least one of them
    /// pid, task or time.
    public static Optional<Layout> parse(String line) {
        if (line.length() > LONGEST) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        Matcher matcher = NAME.matcher(line);
        while (matcher.find()) {
            if (!CAPITAL.matcher(matcher.group()).matches()) {
                return Optional.empty();
            }
            names.add(matcher.group());
            starts.add(matcher.start());
        }
        boolean telling = names.stream().map(Role::named).anyMatch(TELLING::contains);
        return names.size() < 3 || !telling ? Optional.empty() : Optional.of(layout(names, starts));
    }

    /// Arguments are a command line only where no function or call is named whose arguments they are.
    private static Layout layout(List<String> names, List<Integer> starts) {
        List<Column> columns = new ArrayList<>();
        boolean call = names.stream().anyMatch(name -> Role.named(name) == Role.PROBE || name.equals("SYS"));
        for (int i = 0; i < names.size(); i++) {
            boolean last = i == names.size() - 1;
            Role named = Role.named(names.get(i));
            Role role = call && named == Role.ARGV ? Role.REST : named;
            int width = role == Role.COMM && !last ? starts.get(i + 1) - starts.get(i) : 0;
            columns.add(new Column(names.get(i), last && role == Role.OTHER ? Role.REST : role, width));
        }
        return new Layout(columns, Layout.By.HEADER);
    }
}
