/// Readers of logs: systemd journal, kernel log, syslog, programs' own output.
@org.jspecify.annotations.NullMarked
module whence.logs {
    requires static transitive org.jspecify;
    requires transitive whence.timeline;
    requires tools.jackson.databind;
}
