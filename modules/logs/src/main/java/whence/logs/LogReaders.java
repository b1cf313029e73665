package whence.logs;

import java.util.List;
import whence.logs.export.ExportReader;
import whence.logs.export.JsonReader;
import whence.logs.journal.JournalReader;
import whence.logs.kernel.ConsoleReader;
import whence.logs.kernel.DmesgReader;
import whence.logs.kernel.KmsgReader;
import whence.logs.kernel.PstoreReader;
import whence.logs.output.OutputReader;
import whence.logs.syslog.SyslogReader;
import whence.logs.text.JournalTextReader;
import whence.timeline.EventReader;

/// The readers of this module. All of them are [LogReader]s.
public final class LogReaders {
    private static final List<EventReader> ALL = List.of(
            new JournalReader(),
            new ExportReader(),
            new JsonReader(),
            new JournalTextReader(),
            new DmesgReader(),
            new KmsgReader(),
            new PstoreReader(),
            new ConsoleReader(),
            new SyslogReader(),
            new OutputReader());

    private LogReaders() {}

    public static List<EventReader> all() {
        return ALL;
    }
}
