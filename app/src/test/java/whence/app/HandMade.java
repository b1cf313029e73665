package whence.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import whence.app.model.Capture;
import whence.app.model.Definition;
import whence.app.model.Difference;
import whence.app.model.Notes;
import whence.app.model.SourceText;
import whence.app.model.SymbolList;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.evidence.Loss;
import whence.evidence.Ref;
import whence.evidence.Span;
import whence.timeline.Detail;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.timeline.Texts;
import whence.timeline.Timeline;
import whence.trail.Lead;
import whence.trail.Trail;

/// A small capture made by hand: a program's error line, the call that failed, a probe's return, two sources.
final class HandMade implements Capture {
    static final String STRACE = "strace.txt";
    static final String OUTPUT = "cmd.stderr.txt";
    static final String TREE = "rhel-7.7";
    static final String OTHER = "mainline-4.20";
    static final String FILE = "kernel/bpf/syscall.c";
    private static final String OUTPUT_TEXT = "libbpf: load bpf program failed: Invalid argument\n";
    private static final List<String> CALLS = List.of(
            "execve(\"./cmd\", [\"./cmd\"], 0x7ffe) = 0",
            "bpf(BPF_PROG_LOAD, {prog_type=BPF_PROG_TYPE_KPROBE, insn_cnt=2}, 72) = -1 EINVAL (Invalid argument)",
            "write(2, \"libbpf: load bpf program failed\", 31) = 31",
            "exit_group(1) = ?");

    final StandInNotes notes = new StandInNotes();
    boolean closed;

    private final Events strace;
    private final Timeline timeline;

    HandMade() {
        EventsBuilder calls = new EventsBuilder(STRACE);
        long offset = 0;
        for (int i = 0; i < CALLS.size(); i++) {
            int length = CALLS.get(i).length() + 1;
            int row = calls.add(
                    i == 0 ? EventKind.EXEC : EventKind.CALL,
                    Clock.REALTIME,
                    (1000 + i) * 1_000_000L,
                    4711,
                    i + 1L,
                    offset,
                    length);
            calls.set(Fields.COMM, row, "cmd");
            offset += length;
        }
        calls.set(Fields.ERRNO, 1, 22);
        calls.set(Fields.CALL, 1, "bpf");
        strace = calls.build();
        EventsBuilder output = new EventsBuilder(OUTPUT);
        output.add(EventKind.OUTPUT, Clock.NONE, Events.NO_TIME, Events.NO_PID, 1, 0, OUTPUT_TEXT.length());
        timeline = Timeline.of(List.of(output.build(), strace));
    }

    static Span callSpan() {
        return new Span(STRACE, 2, CALLS.getFirst().length() + 1L, CALLS.get(1).length() + 1L);
    }

    static Span lineSpan() {
        return new Span(OUTPUT, 1, 0, OUTPUT_TEXT.length());
    }

    @Override
    public String title() {
        return "a program load that fails";
    }

    @Override
    public String story() {
        return "";
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Timeline timeline() {
        return timeline;
    }

    @Override
    public String text(Ref.Event event) {
        return event.artifact().equals(STRACE) ? CALLS.get(event.ordinal()) : OUTPUT_TEXT.strip();
    }

    @Override
    public Texts texts() {
        return new Texts() {
            @Override
            public String text(Events events, int row) {
                return HandMade.this.text(new Ref.Event(events.artifact(), row));
            }

            @Override
            public Optional<Bytes> plain(Events events) {
                return Optional.empty();
            }
        };
    }

    @Override
    public Detail detail(Ref.Event event) {
        return event.artifact().equals(STRACE) && event.ordinal() == 1
                ? new Detail(
                        "bpf",
                        "-1 EINVAL",
                        List.of(
                                Detail.leaf("cmd", "BPF_PROG_LOAD"),
                                new Detail(
                                        "attr",
                                        "",
                                        List.of(
                                                Detail.leaf("prog_type", "BPF_PROG_TYPE_KPROBE"),
                                                Detail.leaf("insn_cnt", "2"))),
                                Detail.leaf("size", "72")))
                : Detail.leaf("text", text(event));
    }

    @Override
    public Optional<String> function(Ref.Event event) {
        return Optional.empty();
    }

    @Override
    public Optional<Span> span(Ref.Event event) {
        return timeline.artifacts().stream()
                .filter(e -> e.artifact().equals(event.artifact()))
                .map(e -> e.span(event.ordinal()))
                .findFirst();
    }

    @Override
    public Optional<Ref.Event> eventAt(Span span) {
        return IntStream.range(0, timeline.size())
                .mapToObj(timeline::ref)
                .filter(r -> r.artifact().equals(span.artifact()))
                .filter(r -> span(r).orElseThrow().offset() == span.offset())
                .findFirst();
    }

    @Override
    public Optional<Ref.Event> nearest(Ref.Instant instant) {
        return Optional.empty();
    }

    @Override
    public Optional<Bytes> bytes(String artifact) {
        return switch (artifact) {
            case STRACE -> Optional.of(Bytes.ofText(String.join("\n", CALLS) + "\n"));
            case OUTPUT -> Optional.of(Bytes.ofText(OUTPUT_TEXT));
            default -> Optional.empty();
        };
    }

    @Override
    public List<ArtifactLine> artifacts() {
        return List.of(new ArtifactLine(OUTPUT, "output", 50, 0), new ArtifactLine(STRACE, "strace", 200, 0));
    }

    @Override
    public List<Loss> losses() {
        return List.of(new Loss(new Span(STRACE, 4, 190, 1), Loss.Kind.TRUNCATED, Loss.UNKNOWN, "the file ends here"));
    }

    @Override
    public List<Lead> leads(Watch watch) {
        return List.of(
                lead("lead-1", "libbpf: load bpf program failed: Invalid argument", lineSpan()),
                lead("lead-2", "bpf failed with EINVAL", callSpan()));
    }

    private static Lead lead(String id, String title, Span span) {
        return new Lead(id, Lead.Kind.LOG_LINE, title, 0, 1, List.of(), span, List.of());
    }

    @Override
    public Trail trail(Lead lead, Watch watch) {
        return HandMadeTrail.of(lead);
    }

    @Override
    public SymbolList symbols() {
        return new StandInSymbols();
    }

    @Override
    public List<String> trees() {
        return List.of(TREE, OTHER);
    }

    @Override
    public List<String> files(String tree) {
        return List.of(FILE);
    }

    @Override
    public Optional<SourceText> source(String tree, String file) {
        if (!trees().contains(tree) || !file.equals(FILE)) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>(List.of("/* A reconstruction. */"));
        List<Integer> numbers = new ArrayList<>(List.of(0));
        for (int i = 0; i < 40; i++) {
            lines.add(
                    i == 6 && tree.equals(TREE)
                            ? "\tif (type != BPF_PROG_TYPE_KPROBE)"
                            : "\tint line_" + i + " = " + i + "; /* " + tree + " */");
            numbers.add(1169 + i);
        }
        return Optional.of(new SourceText(tree, file, lines, numbers));
    }

    @Override
    public List<Definition> functions(String text, int most) {
        return "bpf_prog_load".contains(text)
                ? List.of(new Definition("bpf_prog_load", new Ref.Source(TREE, FILE, 1169)))
                : List.of();
    }

    @Override
    public Optional<Ref.Source> definition(String function) {
        return function.equals("bpf_prog_load") ? Optional.of(new Ref.Source(TREE, FILE, 1169)) : Optional.empty();
    }

    @Override
    public Optional<Ref.Source> sourceAt(Span span) {
        return Optional.empty();
    }

    @Override
    public List<String> comparable() {
        return List.of("bpf_prog_load");
    }

    @Override
    public Optional<Difference> difference(String function, Watch watch) {
        Difference.Line a = new Difference.Line(1100, "\tint err;");
        Difference.Line b = new Difference.Line(1174, "\tint err;");
        Difference.Line c = new Difference.Line(1175, "\tif (type != BPF_PROG_TYPE_KPROBE)");
        Difference.Line d = new Difference.Line(1101, "\treturn 0;");
        Difference.Line e = new Difference.Line(1176, "\treturn -EINVAL;");
        return Optional.of(new Difference(
                function,
                OTHER,
                TREE,
                List.of(
                        new Difference.Row(a, b, Difference.Change.SAME, ""),
                        new Difference.Row(null, c, Difference.Change.ADDED, "added guard"),
                        new Difference.Row(null, new Difference.Line(1177, ""), Difference.Change.SAME, ""),
                        new Difference.Row(d, e, Difference.Change.CHANGED, "")),
                "1 added, 1 changed"));
    }

    @Override
    public Notes notes() {
        return notes;
    }

    @Override
    public void report(Path target, List<Trail> trails) throws IOException {
        Files.writeString(target, trails.getFirst().verdict().summary(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        closed = true;
    }
}
