package whence.app.view.exits;

import java.util.List;
import java.util.stream.Collectors;
import whence.app.model.ExitMark;
import whence.app.rows.RowSource;
import whence.branches.Exit;
import whence.branches.JudgedExit;

/// Judged exits as rows.
record ExitRows(List<JudgedExit> exits) implements RowSource {
    @Override
    public long count() {
        return exits.size();
    }

    @Override
    public String cell(long row, int column) {
        JudgedExit judged = exits.get((int) row);
        Exit exit = judged.exit();
        ExitMark mark = ExitMark.of(judged);
        return switch (column) {
            case 0 -> mark.sign() + " " + mark.word();
            case 1 -> Integer.toString(exit.line());
            case 2 -> mark.value();
            case 3 -> guard(exit);
            case 4 ->
                judged.because().stream()
                        .map(JudgedExit.Because::rule)
                        .distinct()
                        .collect(Collectors.joining(", "));
            default -> "";
        };
    }

    static String guard(Exit exit) {
        Exit.Guard guard = exit.guard();
        return guard == null
                ? "(always)"
                : (guard.takenWhen() ? "" : "not ") + guard.text().replaceAll("\\s+", " ");
    }

    @Override
    public String style(long row) {
        return switch (exits.get((int) row).state()) {
            case SURVIVES -> "error";
            case ELIMINATED -> "quiet";
            case UNKNOWN -> "warn";
        };
    }
}
