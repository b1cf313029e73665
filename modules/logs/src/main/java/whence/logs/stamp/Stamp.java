package whence.logs.stamp;

import org.jspecify.annotations.Nullable;

/// A stamp as a line writes it, before anything is known about where and in which year it was written.
public sealed interface Stamp {
    /// No stamp.
    Stamp NONE = new None();

    record None() implements Stamp {}

    /// Nanoseconds since a start: of the machine, or of the tool that counts.
    record Since(long ns) implements Stamp {}

    /// Nanoseconds since the line before.
    record Step(long ns) implements Stamp {}

    /// Nanoseconds since 1970, UTC.
    record Epoch(long ns) implements Stamp {}

    /// A date and a time of day.
    ///
    /// @param year 0 where it is not written
    /// @param nsOfDay nanoseconds since midnight; whole minutes where `minutes` is set
    /// @param zone offset or abbreviation, null where it is not written
    /// @param minutes the line gives no seconds
    record Calendar(
            int year,
            int month,
            int day,
            long nsOfDay,
            @Nullable String zone,
            boolean minutes) implements Stamp {}

    /// Nothing is so far off that it stops being a time: 2^53 microseconds.
    long MOST_SECONDS = 9_007_199_254L;
}
