package whence.traces.strace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import whence.evidence.Span;
import whence.timeline.Events;
import whence.timeline.Input;
import whence.traces.strace.value.Argument;
import whence.traces.strace.value.Extent;
import whence.traces.strace.value.Value;
import whence.traces.strace.value.ValueParser;
import whence.traces.strace.value.Values;
import whence.traces.text.Ascii;

/// A system call as strace shows it, parsed in full. A call that was unfinished and resumed is one call: the pieces
/// are put together, and [#span] leads back to the piece.
public final class Call {
    private final String lead;
    private final String name;
    private final List<Argument> arguments;
    private final boolean closed;
    private final Result result;
    private final Joined text;
    private final int pid;

    private Call(Joined text, int pid, String lead, String name, List<Argument> arguments, boolean closed, Result end) {
        this.text = text;
        this.pid = pid;
        this.lead = lead;
        this.name = name;
        this.arguments = arguments;
        this.closed = closed;
        this.result = end;
    }

    /// The call of an event that the strace reader made; empty for events that are no calls.
    public static Optional<Call> of(Input input, Events events, int row) {
        return switch (events.kind(row)) {
            case CALL, EXEC, FORK -> parse(Joined.of(input, events.spans(row)), events.pid(row));
            default -> Optional.empty();
        };
    }

    /// A call from one line, without an artifact; for text that a person pasted.
    public static Optional<Call> ofLine(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
        return parse(new Joined(bytes, List.of(new Joined.Piece(0, new Span("", 1, 0, bytes.length)))), Events.NO_PID);
    }

    private static Optional<Call> parse(Joined joined, int knownPid) {
        byte[] text = joined.text();
        Prefix prefix = new Prefix();
        prefix.read(text, 0, text.length);
        int open = StraceLines.callName(text, prefix.body, text.length);
        if (open < 0) {
            return Optional.empty();
        }
        int close = Extent.argumentsEnd(text, open + 1, text.length);
        boolean closed = close >= 0;
        int unfinished = closed ? -1 : StraceLines.unfinishedFrom(text, open + 1, text.length);
        int end = closed ? close : withoutComma(text, open + 1, unfinished < 0 ? text.length : unfinished);
        List<Argument> arguments = new ValueParser(text, open + 1, end).arguments();
        Result result = Result.of(text, closed ? close + 1 : end, text.length);
        int pid = prefix.pid == Events.NO_PID ? knownPid : prefix.pid;
        return Optional.of(new Call(
                joined,
                pid,
                latin(text, 0, prefix.body),
                latin(text, prefix.body, open),
                List.copyOf(arguments),
                closed,
                result));
    }

    /// An unfinished call may stop behind the comma of an argument.
    private static int withoutComma(byte[] text, int from, int to) {
        return to - 2 >= from && Ascii.at(text, to - 2, to, ", ") ? to - 2 : to;
    }

    public String name() {
        return name;
    }

    public List<Argument> arguments() {
        return arguments;
    }

    public Result result() {
        return result;
    }

    /// Pid of the caller, or [Events#NO_PID].
    public int pid() {
        return pid;
    }

    /// Whether its end was seen: unfinished calls that never resumed have no result.
    public boolean finished() {
        return closed && !result.written().isEmpty();
    }

    /// Whether strace left something out of a string, a structure or an array.
    public boolean truncated() {
        return arguments.stream().anyMatch(argument -> Values.cut(argument.value()));
    }

    /// The value of the first argument or member of that name, depth first: `prog_type`.
    public Optional<Value> find(String member) {
        return Values.find(arguments, member);
    }

    /// The number of the member of that name, where it is one.
    public OptionalLong number(String member) {
        return find(member).map(Value::bare).filter(Value.Numeral.class::isInstance).stream()
                .mapToLong(value -> ((Value.Numeral) value).value())
                .findFirst();
    }

    /// Where an argument stands in the artifact; several spans where it was resumed in the middle.
    public List<Span> span(Argument argument) {
        return text.spans(argument.from(), argument.to());
    }

    /// The text it was read from, from the parsed parts; the line again, for a call on one line.
    public String print() {
        return lead + name + "(" + Argument.print(arguments, ", ") + (closed ? ")" : "") + result.print();
    }

    /// The call without pid, time and duration, as a list shows it.
    public String line() {
        String value = result.written().isEmpty() ? result.remark() : "= " + result.written();
        String remark = result.written().isEmpty() ? "" : result.remark();
        List<String> parts =
                new ArrayList<>(List.of(name + "(" + Argument.print(arguments, ", ") + (closed ? ")" : "")));
        parts.add(value);
        parts.add(remark);
        parts.removeIf(String::isEmpty);
        return Values.utf8(String.join(" ", parts));
    }

    private static String latin(byte[] text, int from, int to) {
        return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return print();
    }

    /// Whether anything of the arguments was beyond the grammar.
    boolean unparsed() {
        return arguments.stream().anyMatch(argument -> argument.value() instanceof Value.Unparsed);
    }
}
