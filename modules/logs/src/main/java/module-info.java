/// Readers of logs: systemd journal, kernel log, syslog, programs' own output.
@org.jspecify.annotations.NullMarked
module whence.logs {
    requires static transitive org.jspecify;
    requires transitive whence.timeline;
    requires aircompressor.v3;
    requires org.tukaani.xz;
    requires tools.jackson.databind;

    exports whence.logs;
    exports whence.logs.journal;
    exports whence.logs.journal.print;
    exports whence.logs.report;
}
