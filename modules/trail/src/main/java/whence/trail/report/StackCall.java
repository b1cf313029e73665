package whence.trail.report;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.evidence.Grade;
import whence.evidence.Ref;
import whence.evidence.Span;
import whence.logs.report.Frame;
import whence.trail.Step;
import whence.trail.lead.line.Reported;
import whence.trail.link.SystemCall;
import whence.trail.read.Ground;

/// The system call on the stack of a report, and the calls of that task that a tracer saw.
final class StackCall {
    /// Entry points of system calls by architecture; `__se_sys_` and `__do_sys_` are their inner parts.
    private static final Pattern ENTRY = Pattern.compile(
            "__(?:x64|ia32|ia32_compat|arm64|arm64_compat|s390x|s390|powerpc|riscv)_(?:compat_)?sys_(\\w+)"
                    + "|(?:__se_|__do_|)sys_(\\w+)|ksys_(\\w+)");

    private final Ground ground;
    private final Reported reported;

    StackCall(Ground ground, Reported reported) {
        this.ground = ground;
        this.reported = reported;
    }

    /// Empty where no frame is the entry of a system call: interrupts and kernel threads have none.
    Optional<Step> step() {
        return reported.report().certainTrace().stream()
                .flatMap(frame -> name(frame).stream())
                .reduce((inner, outer) -> outer)
                .map(this::called);
    }

    private static Optional<String> name(Frame frame) {
        Matcher entry = ENTRY.matcher(frame.function());
        if (!entry.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                entry.group(1) != null ? entry.group(1) : entry.group(2) != null ? entry.group(2) : entry.group(3));
    }

    private Step called(String name) {
        int pid = reported.report().pid();
        List<SystemCall> calls = ground.calls().named(name).stream()
                .filter(call -> call.tid() == pid)
                .toList();
        List<Span> evidence = calls.isEmpty()
                ? reported.spans()
                : calls.stream().flatMap(call -> call.spans().stream()).toList();
        String seen = calls.isEmpty()
                ? "No tracer saw calls of this task."
                : calls.size() == 1
                        ? "A tracer saw the one such call of task " + pid + "."
                        : "Tracers saw " + calls.size() + " such calls of task " + pid
                                + "; which one it was, nothing says.";
        return new Step(
                Step.Kind.CALL,
                "On the way of the system call " + name,
                "Its entry is a proven caller on the stack. " + seen,
                calls.size() == 1 ? Grade.DERIVED : Grade.OBSERVED,
                evidence,
                null,
                List.of(),
                new Ref.Range(evidence.getFirst()));
    }
}
