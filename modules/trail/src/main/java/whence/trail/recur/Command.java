package whence.trail.recur;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The program that an exec started, by its base name, from the record as its tracer wrote it.
final class Command {
    private static final Pattern CALL = Pattern.compile("\\bexecve(?:at)?\\([^\"]*\"([^\"]+)\"");
    private static final Pattern FILE = Pattern.compile("\\bfilename=(\\S+)");
    /// Stamps, numbers and `name=value` stand before the arguments in the rows of the BCC tools and of scripts
    /// like
    /// them.
    private static final Pattern NO_COMMAND = Pattern.compile("[\\d:.,()-]+|\\w+=\\S*");

    private Command() {}

    /// @param comm name of the task, which such rows give before the arguments; null where they do not
    static String of(String record, @Nullable String comm) {
        Matcher call = CALL.matcher(record);
        if (call.find()) {
            return base(call.group(1));
        }
        Matcher file = FILE.matcher(record);
        return file.find() ? base(file.group(1)) : ofRow(record, comm == null ? "" : comm);
    }

    private static String ofRow(String row, String comm) {
        int at = comm.isEmpty() ? -1 : row.indexOf(comm);
        String rest = at < 0 ? row : row.substring(at + comm.length());
        for (String word : rest.strip().split("\\s+")) {
            if (!word.isEmpty() && !NO_COMMAND.matcher(word).matches()) {
                return base(word);
            }
        }
        return comm;
    }

    private static String base(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
