package whence.timeline.process;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The arguments in an exec's text, without what tools write around them.
final class CommandLine {
    /// strace's second argument.
    private static final Pattern VECTOR =
            Pattern.compile("^execve(?:at)?\\(.*?\\[(\"(?:[^\"\\\\]|\\\\.)*+\"[^\\]]*+)\\]");

    private static final Pattern WORD = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"");
    private static final Pattern CELLS = Pattern.compile("\\s*(?:(?:-?\\d+|[a-z_]++=\\S*+)\\s++)*+");
    private static final int MOST = 1 << 16;

    private CommandLine() {}

    /// @param comm the task's name as the row writes it in a column, before the arguments; null where it has none
    static String of(String exec, @Nullable String comm) {
        Matcher vector = VECTOR.matcher(exec.length() > MOST ? exec.substring(0, MOST) : exec);
        if (!vector.find()) {
            return behind(exec, comm);
        }
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(vector.group(1));
        while (word.find()) {
            words.add(word.group(1));
        }
        return String.join(" ", words);
    }

    /// What stands behind the columns of a free-form trace: the name, then numbers and `uid=0`.
    private static String behind(String exec, @Nullable String comm) {
        int name = comm == null || comm.isEmpty() ? -1 : (" " + exec).indexOf(" " + comm + " ");
        String rest = name < 0 || comm == null ? exec : exec.substring(name + comm.length());
        Matcher cells = CELLS.matcher(rest);
        return name >= 0 && cells.lookingAt() ? rest.substring(cells.end()).strip() : rest.strip();
    }
}
