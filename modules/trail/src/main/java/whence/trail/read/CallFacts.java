package whence.trail.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import whence.evidence.Grade;
import whence.traces.strace.Call;
import whence.traces.strace.value.Argument;
import whence.traces.strace.value.Value;
import whence.trail.knowledge.Fact;
import whence.trail.link.SystemCall;

/// What a trace of calls says of one that failed, in the words that rules are written in: its name, errno and
/// arguments, and the limit that its task gave itself or asked for before.
final class CallFacts {
    private static final int EPERM = 1;

    private final Calls calls;

    CallFacts(Material material) {
        this.calls = new Calls(material);
    }

    List<Fact> of(SystemCall call) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.observed("call", call.name(), call.spans().getFirst()));
        String errno = call.errors().name(call.errno());
        if (errno != null) {
            facts.add(Fact.observed("errno", errno, call.spans().getFirst()));
        }
        calls.decoded(call).ifPresent(decoded -> arguments(decoded, call, facts));
        if (call.name().equals("bpf") && call.errno() == EPERM) {
            locked(call).ifPresent(facts::add);
        }
        return facts;
    }

    private static void arguments(Call decoded, SystemCall call, List<Fact> facts) {
        int at = 0;
        for (Argument argument : decoded.arguments()) {
            if (argument.value().bare() instanceof Value.Struct struct) {
                struct.members()
                        .forEach(m -> facts.add(Fact.observed(
                                "arg." + m.name(),
                                m.value().bare().print(),
                                call.spans().getFirst())));
            } else {
                facts.add(Fact.observed(
                        "arg." + at,
                        argument.value().bare().print(),
                        call.spans().getFirst()));
            }
            at++;
        }
    }

    /// RLIMIT_MEMLOCK of the task: the last that it set or read before the call.
    private Optional<Fact> locked(SystemCall call) {
        List<SystemCall> limits = new ArrayList<>(calls.named("prlimit64"));
        limits.addAll(calls.named("setrlimit"));
        return limits.stream()
                .filter(l -> !l.failed() && l.tid() == call.tid())
                .filter(l -> l.event().artifact().equals(call.event().artifact())
                        && l.event().ordinal() < call.event().ordinal())
                .flatMap(l -> calls.decoded(l).flatMap(d -> limit(d, l)).stream())
                .reduce((_, last) -> last);
    }

    private static Optional<Fact> limit(Call decoded, SystemCall call) {
        boolean locked = decoded.arguments().stream().anyMatch(a -> a.print().equals("RLIMIT_MEMLOCK"));
        return decoded.arguments().stream()
                .filter(a -> locked && a.value().bare() instanceof Value.Struct)
                .map(Argument::print)
                .findFirst()
                .map(text -> text.matches("\\{rlim_cur=RLIM(64)?_INFINITY\\b.*") ? "unlimited" : text)
                .map(value -> new Fact("rlimit.memlock", value, Grade.OBSERVED, call.spans()));
    }
}
