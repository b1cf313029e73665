package whence.logs.kernel;

import java.util.List;

/// Names of syslog's levels and facilities as `dmesg -x` prints them.
final class Severity {
    private static final List<String> LEVELS =
            List.of("emerg", "alert", "crit", "err", "warn", "notice", "info", "debug");
    private static final List<String> FACILITIES = List.of(
            "kern",
            "user",
            "mail",
            "daemon",
            "auth",
            "syslog",
            "lpr",
            "news",
            "uucp",
            "cron",
            "authpriv",
            "ftp",
            "res0",
            "res1",
            "res2",
            "res3",
            "local0",
            "local1",
            "local2",
            "local3",
            "local4",
            "local5",
            "local6",
            "local7");

    private Severity() {}

    /// 0 to 7, or -1.
    static int level(String name) {
        return LEVELS.indexOf(name);
    }

    /// 0 to 23, or -1.
    static int facility(String name) {
        return FACILITIES.indexOf(name);
    }
}
