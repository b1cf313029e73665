package whence.app.model;

import java.util.List;
import whence.branches.JudgedExit;

/// What stands in the margin beside an exit: a sign of its own for each state, so that no one has to tell colours
/// apart.
///
/// @param line of the source
/// @param because a sentence for each rule
public record ExitMark(int line, JudgedExit.State state, String value, List<String> because) {
    public ExitMark {
        because = List.copyOf(because);
    }

    public static ExitMark of(JudgedExit exit) {
        return new ExitMark(
                exit.exit().line(),
                exit.state(),
                String.join(" | ", exit.exit().values()),
                exit.because().stream()
                        .map(b -> b.rule() + " (" + b.grade().name().toLowerCase(java.util.Locale.ROOT) + "): "
                                + b.text())
                        .toList());
    }

    public String sign() {
        return switch (state) {
            case SURVIVES -> "▶";
            case ELIMINATED -> "✕";
            case UNKNOWN -> "?";
        };
    }

    /// The state as the panes call it.
    public String word() {
        return switch (state) {
            case SURVIVES -> "survives";
            case ELIMINATED -> "fallen";
            case UNKNOWN -> "unknown";
        };
    }
}
