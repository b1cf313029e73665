package whence.cli.command.input;

import java.util.List;
import whence.trail.Verdict;

/// Exit statuses of answers.
public final class Statuses {
    private Statuses() {}

    /// Exit status of one verdict.
    public static int of(Verdict verdict) {
        return switch (verdict.state()) {
            case ONE, EXPLAINED -> ExitStatus.DONE;
            case SEVERAL -> ExitStatus.SEVERAL;
            case NONE -> ExitStatus.NONE;
            case INSUFFICIENT -> ExitStatus.INSUFFICIENT;
        };
    }

    /// That of several verdicts: done only where all are, else the first that is not.
    public static int of(List<Verdict> verdicts) {
        return verdicts.stream()
                .mapToInt(Statuses::of)
                .filter(status -> status != ExitStatus.DONE)
                .findFirst()
                .orElse(ExitStatus.DONE);
    }
}
