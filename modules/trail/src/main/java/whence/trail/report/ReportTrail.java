package whence.trail.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import whence.elf.dwarf.Dwarf;
import whence.evidence.Grade;
import whence.evidence.Ref;
import whence.evidence.Span;
import whence.logs.report.Frame;
import whence.logs.report.KernelReport;
import whence.symbols.Place;
import whence.trail.Choices;
import whence.trail.Lead;
import whence.trail.Step;
import whence.trail.Trail;
import whence.trail.Verdict;
import whence.trail.lead.line.Reports;
import whence.trail.read.Ground;

/// The way from a kernel report: to the function the processor stood in, the right one of its copies, the line of
/// source, and the system call on its stack.
public final class ReportTrail {
    private final Ground ground;
    private final Lead lead;
    private final Reports.Group group;
    private final Choices choices;
    private final List<Step> steps = new ArrayList<>();

    public ReportTrail(Ground ground, Lead lead, Reports.Group group, Choices choices) {
        this.ground = ground;
        this.lead = lead;
        this.group = group;
        this.choices = choices;
    }

    public Trail trail() {
        KernelReport report = group.first().report();
        steps.add(told(report));
        Optional<Frame> at = report.at().or(() -> report.certainTrace().stream().findFirst());
        at.ifPresent(frame -> steps.add(symbol(frame)));
        Optional<SourcePlace> line = SourcePlace.of(group.first(), at, compiled(at), ground.sources());
        line.ifPresent(place -> steps.add(statement(place)));
        new StackCall(ground, group.first()).step().ifPresent(steps::add);
        return new Trail(
                lead,
                steps,
                verdict(report, at, line),
                List.of(),
                List.of(),
                ground.material().session().losses());
    }

    private Step told(KernelReport report) {
        List<Span> evidence = group.members().stream()
                .flatMap(member -> member.spans().stream())
                .distinct()
                .toList();
        String task = report.task().isEmpty()
                ? ""
                : " in task " + report.task() + (report.pid() < 0 ? "" : " " + report.pid());
        String cpu = report.cpu() < 0 ? "" : " on CPU " + report.cpu();
        String taint = report.taint().isEmpty()
                ? ""
                : " The kernel was tainted (" + report.taint()
                        + "): modules or settings that its developers do not answer"
                        + " for were in use, or it had complained before.";
        String cut = report.cutOff() ? " The report is cut off: what follows in it is not known." : "";
        return new Step(
                Step.Kind.LINE,
                lead.title(),
                "The kernel reported it" + task + cpu + ", in " + report.rows().size() + " lines." + taint + cut,
                Grade.OBSERVED,
                evidence,
                null,
                List.of(),
                new Ref.Range(lead.span()));
    }

    private Step symbol(Frame frame) {
        List<Place> places = ground.symbols().places(text(frame));
        List<Step.Candidate> candidates =
                places.stream().map(ReportTrail::candidate).toList();
        String chosen = candidates.stream()
                .map(Step.Candidate::id)
                .filter(choices.candidates()::contains)
                .findFirst()
                .orElse(candidates.size() == 1 ? candidates.getFirst().id() : null);
        return new Step(
                Step.Kind.SYMBOL,
                "The processor stood in " + text(frame) + module(frame),
                why(frame, places),
                places.size() == 1 ? Grade.DERIVED : Grade.OBSERVED,
                group.first().spans(),
                chosen,
                candidates,
                places.isEmpty() ? null : places.getFirst().copy().ref());
    }

    private String why(Frame frame, List<Place> places) {
        int known = ground.symbols()
                .named(frame.function())
                .map(s -> s.copies().size())
                .orElse(0);
        if (known == 0) {
            return "No symbol list of this boot names the function, so nothing says whether the name is unique.";
        }
        if (places.size() == 1) {
            return known == 1
                    ? "The symbol list holds the name once."
                    : "The symbol list holds the name " + known + " times; only one copy is " + frame.size()
                            + " bytes long.";
        }
        return places.isEmpty()
                ? "The symbol list holds the name, but no copy of this size: it is of another kernel."
                : "The symbol list holds the name " + known + " times, and " + places.size() + " copies fit.";
    }

    private static Step.Candidate candidate(Place place) {
        String object = place.copy().object();
        return new Step.Candidate(
                "copy:" + place.copy().name() + ":" + place.copy().number(),
                place + (object == null ? "" : " (" + object + ")"),
                place.copy().why(),
                place.copy().grade(),
                place.copy().evidence(),
                place.copy().ref());
    }

    private List<Dwarf.Frame> compiled(Optional<Frame> at) {
        List<Place> places =
                at.map(frame -> ground.symbols().places(text(frame))).orElse(List.of());
        if (places.size() != 1 || !places.getFirst().copy().addressKnown()) {
            return List.of();
        }
        Place place = places.getFirst();
        return ground.symbols().lines(place.copy().address() + place.offset());
    }

    private Step statement(SourcePlace place) {
        return new Step(
                Step.Kind.STATEMENT,
                place.title(),
                place.why(),
                place.grade(),
                group.first().spans(),
                null,
                List.of(),
                place.at());
    }

    private Verdict verdict(KernelReport report, Optional<Frame> at, Optional<SourcePlace> line) {
        String what =
                report.title() + at.map(frame -> " in " + frame.function()).orElse("");
        if (line.isPresent() && line.get().exact()) {
            return new Verdict(
                    Verdict.State.EXPLAINED,
                    line.get().tree(),
                    List.of(),
                    "The kernel says where: " + what + ", at " + line.get().text() + ".",
                    new Verdict.Premise(line.get().why(), line.get().grade()));
        }
        return new Verdict(
                Verdict.State.INSUFFICIENT,
                null,
                List.of(),
                "The report names " + at.map(ReportTrail::text).orElse("no place")
                        + ", not the line of source: the debug"
                        + " information of this very kernel (vmlinux or the module with DWARF) would name it.",
                null);
    }

    /// As kernels write it: `name+0xoffset/0xsize`.
    private static String text(Frame frame) {
        String size = frame.size() == 0 ? "" : "/0x" + Long.toHexString(frame.size());
        return frame.function() + "+0x" + Long.toHexString(frame.offset()) + size;
    }

    private static String module(Frame frame) {
        return frame.module().isEmpty() ? "" : " [" + frame.module() + "]";
    }
}
