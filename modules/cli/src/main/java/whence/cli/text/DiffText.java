package whence.cli.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import whence.branches.Exit;
import whence.branches.versions.ExitChange;
import whence.branches.versions.LineRow;
import whence.branches.versions.VersionDiff;

/// Two versions of a function as a person reads them in a terminal: the exits that differ first, then the lines.
public final class DiffText {
    private static final int AROUND = 2;

    private final Page page;

    public DiffText(Page page) {
        this.page = page;
    }

    /// @param left label of the left source
    /// @param right label of the right source
    public void print(String left, String right, VersionDiff diff) {
        page.line("--- " + left + "  " + diff.leftFunction().name() + "  "
                + diff.leftFunction().path());
        page.line("+++ " + right + "  " + diff.rightFunction().name() + "  "
                + diff.rightFunction().path());
        page.blank();
        page.line(
                diff.exits().isEmpty()
                        ? "The exits are the same."
                        : diff.exits().size() + " exits differ:");
        diff.exits().forEach(this::change);
        page.blank();
        lines(diff);
    }

    private void change(ExitChange change) {
        page.line("  " + page.ink().strong(change.kind().word()));
        exit("- ", change.left());
        exit("+ ", change.right());
    }

    private void exit(String sign, @Nullable Exit exit) {
        if (exit != null) {
            Exit.Guard guard = exit.guard();
            String when = guard == null ? "" : "  when " + guard.text() + (guard.takenWhen() ? "" : " is false");
            page.wrapped(
                    "    " + sign,
                    "        ",
                    exit.file() + ":" + exit.line() + "  " + String.join(" | ", exit.values()) + when);
        }
    }

    /// Differing lines with a little around them; `…` stands for what is the same.
    private void lines(VersionDiff diff) {
        boolean skipped = false;
        for (int i = 0; i < diff.lines().size(); i++) {
            if (near(diff, i)) {
                row(diff.lines().get(i));
                skipped = false;
            } else if (!skipped) {
                page.line("   …");
                skipped = true;
            }
        }
    }

    private static boolean near(VersionDiff diff, int at) {
        int from = Math.max(0, at - AROUND);
        int to = Math.min(diff.lines().size(), at + AROUND + 1);
        return diff.lines().subList(from, to).stream().anyMatch(row -> row.kind() != LineRow.Kind.SAME);
    }

    private void row(LineRow row) {
        switch (row.kind()) {
            case SAME -> line("  ", row.rightLine(), row.right());
            case ADDED -> line("+ ", row.rightLine(), row.right());
            case REMOVED -> line("- ", row.leftLine(), row.left());
            case CHANGED -> {
                line("- ", row.leftLine(), row.left());
                line("+ ", row.rightLine(), row.right());
            }
            case MOVED ->
                line(
                        "~ ",
                        row.rightLine() == 0 ? row.leftLine() : row.rightLine(),
                        row.rightLine() == 0 ? row.left() : row.right());
        }
    }

    private void line(String sign, int number, String text) {
        String shown = sign
                + String.format(Locale.ROOT, "%6d  ", number)
                + Page.safe(text).replace("\t", "    ");
        page.line(
                switch (sign.charAt(0)) {
                    case '+' -> page.ink().good(shown);
                    case '-' -> page.ink().bad(shown);
                    default -> shown;
                });
    }
}
