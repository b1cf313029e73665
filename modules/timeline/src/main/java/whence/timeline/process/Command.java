package whence.timeline.process;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an exec started, from the record as its tracer wrote it.
///
/// @param program by its base name
/// @param line the file and its arguments, as one would type them; without the environment
public record Command(String program, String line) {
    private static final Pattern CALL = Pattern.compile("\\bexecve(?:at)?\\([^\"]*\"([^\"]+)\"(?:, \\[([^\\]]*)\\])?");
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"(\\.{3})?");
    private static final Pattern FILE = Pattern.compile("\\bfilename=(\\S+)");
    /// Stamps, numbers and `name=value` stand before the arguments in the rows of the BCC tools and of scripts
    /// like them.
    private static final Pattern NO_COMMAND = Pattern.compile("[\\d:.,()-]+|\\w+=\\S*");

    /// @param comm name of the task, which rows give before the arguments; null where they do not
    public static Command of(String record, @Nullable String comm) {
        Matcher call = CALL.matcher(record);
        if (call.find()) {
            return new Command(base(call.group(1)), typed(call.group(1), call.group(2)));
        }
        Matcher file = FILE.matcher(record);
        return file.find() ? new Command(base(file.group(1)), file.group(1)) : ofRow(record, comm == null ? "" : comm);
    }

    /// The file stands for the name that the program was given.
    private static String typed(String file, @Nullable String arguments) {
        List<String> words = new ArrayList<>(List.of(file));
        Matcher word = QUOTED.matcher(arguments == null ? "" : arguments);
        boolean name = true;
        while (word.find()) {
            if (!name) {
                words.add(word.group(1) + (word.group(2) == null ? "" : word.group(2)));
            }
            name = false;
        }
        return String.join(" ", words);
    }

    private static Command ofRow(String row, String comm) {
        int at = comm.isEmpty() ? -1 : row.indexOf(comm);
        String rest = at < 0 ? row : row.substring(at + comm.length());
        List<String> words = List.of(rest.strip().split("\\s+"));
        for (int i = 0; i < words.size(); i++) {
            if (!words.get(i).isEmpty() && !NO_COMMAND.matcher(words.get(i)).matches()) {
                return new Command(base(words.get(i)), String.join(" ", words.subList(i, words.size())));
            }
        }
        return new Command(comm, comm);
    }

    private static String base(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
