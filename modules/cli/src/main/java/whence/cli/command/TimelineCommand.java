package whence.cli.command;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import whence.bytes.Watch;
import whence.cli.command.input.ExitStatus;
import whence.cli.command.input.InputException;
import whence.cli.command.input.SessionQuestion;
import whence.cli.text.EventText;
import whence.report.json.EventJson;
import whence.report.json.Json;
import whence.session.Session;
import whence.timeline.Events;
import whence.timeline.Matches;
import whence.timeline.Timeline;
import whence.timeline.filter.Filter;
import whence.timeline.filter.grammar.FilterError;
import whence.traces.tally.Tally;

/// `whence timeline`
@Command(name = "timeline", description = "The merged events of a session, one a line.")
public final class TimelineCommand extends SessionQuestion {
    private static final BigDecimal SECOND_NS = BigDecimal.valueOf(1_000_000_000);

    @Option(names = "--from", paramLabel = "T", description = "from here: ISO-8601 with zone, or seconds on the axis")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "T", description = "up to here")
    private @Nullable String to;

    @Option(names = "--grep", paramLabel = "RE", description = "only events whose text matches")
    private @Nullable String grep;

    @Option(names = "--where", paramLabel = "EXPR", defaultValue = "", description = "only events the filter passes")
    private String where = "";

    @Override
    protected void check() {
        pattern();
        first();
        last();
    }

    @Override
    protected int answer(Session session, Watch watch) {
        Pattern pattern = pattern();
        long first = first();
        long last = last();
        Timeline timeline = session.timeline(watch);
        Matches matches = filter(timeline).over(timeline, session.texts(), watch);
        EventJson json = new EventJson(timeline);
        for (int i = 0; i < matches.count(); i++) {
            int at = matches.position(i);
            String text = session.text(timeline.ref(at));
            if (within(timeline.placeNs(at), first, last)
                    && (pattern == null || pattern.matcher(text).find())) {
                print(session, timeline, json, at, text);
            }
        }
        return ExitStatus.DONE;
    }

    private long first() {
        return from == null ? Long.MIN_VALUE : instant(from);
    }

    private long last() {
        return to == null ? Long.MAX_VALUE : instant(to);
    }

    private void print(Session session, Timeline timeline, EventJson json, int at, String text) {
        streams.out()
                .println(
                        common.json()
                                ? Json.printLine(json.event(at, text, tallies(session, timeline, at)))
                                : EventText.line(timeline.events(at), timeline.row(at), text));
    }

    private static List<Tally> tallies(Session session, Timeline timeline, int at) {
        Events events = timeline.events(at);
        return session.artifact(events.artifact())
                .map(artifact -> Tally.of(session.input(artifact), events, timeline.row(at)))
                .orElse(List.of());
    }

    /// An event without a place on the axis is within only where no bound was asked for.
    private static boolean within(long placeNs, long first, long last) {
        boolean unbounded = first == Long.MIN_VALUE && last == Long.MAX_VALUE;
        return unbounded || (placeNs != Events.NO_TIME && placeNs >= first && placeNs <= last);
    }

    private Filter filter(Timeline timeline) {
        return switch (Filter.parse(where, timeline.fields())) {
            case Filter filter -> filter;
            case FilterError error -> {
                String pointer = " ".repeat(error.position()) + "^".repeat(error.length());
                throw new InputException(
                        ExitStatus.USAGE, "--where: " + error.message() + "\n  " + where + "\n  " + pointer);
            }
        };
    }

    private @Nullable Pattern pattern() {
        try {
            return grep == null ? null : Pattern.compile(grep);
        } catch (PatternSyntaxException wrong) {
            throw new InputException(ExitStatus.USAGE, "--grep: " + wrong.getDescription() + ": " + grep);
        }
    }

    private static long instant(String text) {
        try {
            return new BigDecimal(text).multiply(SECOND_NS).longValue();
        } catch (NumberFormatException noNumber) {
            try {
                Instant instant = OffsetDateTime.parse(text).toInstant();
                return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
            } catch (DateTimeException | ArithmeticException wrong) {
                throw new InputException(
                        ExitStatus.USAGE, text + " is no time: seconds, or ISO-8601 as in 2026-11-20T22:53:49+01:00");
            }
        }
    }
}
