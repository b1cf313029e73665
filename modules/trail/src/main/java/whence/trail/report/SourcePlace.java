package whence.trail.report;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.elf.dwarf.Dwarf;
import whence.evidence.Grade;
import whence.evidence.Ref;
import whence.logs.report.Frame;
import whence.session.LabelledSource;
import whence.source.Function;
import whence.trail.lead.line.Reported;

/// Where in the source a report points.
///
/// @param file path as the kernel was built with it
/// @param line 0 where only the function is known
/// @param function empty where only the line is known
/// @param tree label of the source that holds it; null where none does
record SourcePlace(
        String file,
        int line,
        String function,
        String why,
        Grade grade,
        @Nullable String tree) {
    /// `WARNING: CPU: 1 PID: 2 at kernel/module/main.c:204 f+0x1/0x2`, `kernel BUG at mm/slub.c:379!`.
    private static final Pattern STATED = Pattern.compile("\\bat ([\\w./-]+\\.[chS]):(\\d{1,6})\\b");

    /// The line the report states, else the one that debug information names, else the function in a source.
    static Optional<SourcePlace> of(
            Reported reported, Optional<Frame> at, List<Dwarf.Frame> compiled, List<LabelledSource> sources) {
        return stated(reported, sources)
                .or(() -> compiled(compiled, sources))
                .or(() -> at.flatMap(frame -> defined(frame, sources)));
    }

    private static Optional<SourcePlace> stated(Reported reported, List<LabelledSource> sources) {
        for (String line : reported.lines()) {
            Matcher place = STATED.matcher(line);
            if (place.find()) {
                String file = place.group(1);
                return Optional.of(new SourcePlace(
                        file,
                        Integer.parseInt(place.group(2)),
                        "",
                        "the kernel itself prints file and line of the check",
                        Grade.OBSERVED,
                        holding(file, sources)));
            }
        }
        return Optional.empty();
    }

    private static Optional<SourcePlace> compiled(List<Dwarf.Frame> frames, List<LabelledSource> sources) {
        if (frames.isEmpty()) {
            return Optional.empty();
        }
        Dwarf.Frame inner = frames.getFirst();
        String inlined = inner.inlined() ? ", inlined into " + frames.getLast().function() : "";
        return Optional.of(new SourcePlace(
                inner.file(),
                inner.line(),
                inner.function(),
                "the debug information of the kernel gives this line for the address" + inlined,
                Grade.DERIVED,
                holding(inner.file(), sources)));
    }

    private static Optional<SourcePlace> defined(Frame frame, List<LabelledSource> sources) {
        for (LabelledSource source : sources) {
            List<Function> found = source.tree().function(frame.function());
            if (found.size() == 1) {
                Function only = found.getFirst();
                return Optional.of(new SourcePlace(
                        only.path(),
                        0,
                        only.name(),
                        "the source " + source.label() + " defines " + only.name() + " once, from line "
                                + only.startLine() + " to " + only.endLine(),
                        Grade.DERIVED,
                        source.label()));
            }
        }
        return Optional.empty();
    }

    private static @Nullable String holding(String file, List<LabelledSource> sources) {
        return sources.stream()
                .filter(source -> source.tree().bytes(file).isPresent())
                .map(LabelledSource::label)
                .findFirst()
                .orElse(null);
    }

    /// Whether the line is known, not only the function.
    boolean exact() {
        return line > 0;
    }

    String text() {
        return exact() ? file + ":" + line : file;
    }

    String title() {
        return exact() ? "At " + text() : function + " in " + file;
    }

    @Nullable
    Ref at() {
        String label = tree;
        return label == null ? null : new Ref.Source(label, file, Math.max(line, 1));
    }
}
