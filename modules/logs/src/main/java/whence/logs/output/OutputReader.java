package whence.logs.output;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.bytes.Bytes;
import whence.bytes.Lines;
import whence.bytes.Watch;
import whence.evidence.Clock;
import whence.evidence.Errno;
import whence.evidence.EventKind;
import whence.evidence.Span;
import whence.logs.LogReader;
import whence.logs.line.LineLog;
import whence.logs.line.Sgr;
import whence.logs.line.Shortened;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.timeline.Input;

/// Reads what a program printed, without times: its standard error, or a log of its own. One event a line; a line
/// that is indented belongs to the line before.
public final class OutputReader implements LogReader {
    private static final Pattern TOOL = Pattern.compile("^(?:\\S*/)?([A-Za-z][\\w.+-]{0,31})(?:\\[(\\d{1,9})\\])?: ");

    @Override
    public String format() {
        return "program-output";
    }

    /// Any text may be a program's output: every other reader that recognises its own goes first.
    @Override
    public int sniff(Bytes head, String name) {
        long limit = Math.min(head.size(), 4096);
        for (long at = 0; at < limit; at++) {
            byte b = head.at(at);
            if (b >= 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != 0x1b && b != '\b') {
                return 0;
            }
        }
        return name.contains("stderr") || name.endsWith(".err") ? 30 : 5;
    }

    @Override
    public Events read(Input input, Watch watch) {
        EventsBuilder builder = new EventsBuilder(input.artifact());
        Lines lines = new Lines(input.bytes());
        Shortened.guard(builder, lines::number, () -> lines(input, lines, builder, watch));
        return builder.build();
    }

    private static void lines(Input input, Lines lines, EventsBuilder builder, Watch watch) {
        Bytes bytes = input.bytes();
        int row = -1;
        long rowStart = 0;
        while (lines.next()) {
            if ((lines.number() & 0x3ff) == 0) {
                watch.check();
            }
            if (lines.length() == 0) {
                row = -1;
                continue;
            }
            byte first = bytes.at(lines.start());
            if (row >= 0 && (first == ' ' || first == '\t')) {
                builder.extend(row, (int) Math.min(lines.end() - rowStart, Integer.MAX_VALUE));
                continue;
            }
            rowStart = lines.start();
            row = builder.add(
                    EventKind.OUTPUT,
                    Clock.NONE,
                    Events.NO_TIME,
                    Events.NO_PID,
                    lines.number(),
                    lines.start(),
                    lines.length());
            describe(builder, row, LineLog.head(bytes, lines.start(), lines.end()), input.errors());
        }
    }

    private static void describe(EventsBuilder builder, int row, String line, Errno errors) {
        Matcher tool = TOOL.matcher(line);
        if (tool.find()) {
            builder.set(Fields.IDENTIFIER, row, tool.group(1));
            if (tool.group(2) != null) {
                builder.repid(row, Integer.parseInt(tool.group(2)));
            }
        }
        int errno = ErrnoText.in(line, errors);
        if (errno > 0) {
            builder.set(Fields.ERRNO, row, errno);
        }
    }

    @Override
    public byte[] logged(Input input, Events events, int row) {
        Span span = events.span(row);
        return Sgr.strip(input.bytes().copy(span.offset(), Math.toIntExact(span.length())));
    }
}
