package whence.timeline.dating;

/// What the stamps of an artifact lack.
enum Gap {
    /// Times of day without a date: `strace -tt`.
    DATE("date"),
    /// The same beside a count since boot: bpftrace's `nsecs` and `strftime`.
    BESIDE("date"),
    /// Month and day without a year: syslog.
    YEAR("year"),
    /// A date and a time without a zone.
    ZONE("zone");

    private final String word;

    Gap(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
