package whence.report;

import whence.branches.JudgedExit;
import whence.evidence.Grade;
import whence.trail.Verdict;

/// The words that grades, states and verdicts have in everything a person reads.
public final class Words {
    private Words() {}

    public static String of(Grade grade) {
        return switch (grade) {
            case OBSERVED -> "observed";
            case DERIVED -> "derived";
            case ASSUMED -> "assumed";
        };
    }

    public static String of(JudgedExit.State state) {
        return switch (state) {
            case SURVIVES -> "left";
            case ELIMINATED -> "fell";
            case UNKNOWN -> "open";
        };
    }

    public static String of(Verdict.State state) {
        return switch (state) {
            case ONE -> "one branch is left";
            case SEVERAL -> "several branches are left";
            case NONE -> "no branch is left";
            case INSUFFICIENT -> "not enough evidence to say";
            case EXPLAINED -> "explained";
        };
    }
}
