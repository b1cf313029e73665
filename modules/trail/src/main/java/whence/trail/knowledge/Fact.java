package whence.trail.knowledge;

import java.util.List;
import whence.evidence.Grade;
import whence.evidence.Span;

/// Something known about a lead, in the words that rules are written in.
///
/// @param key `call`, `errno`, `magic`, `line`, `release`, `cmdline` (of the kernel), `arg.0` for the first
/// argument, `arg.NAME` for a member of one, `sysctl.NAME`, `uid`, `rlimit.memlock`, `lockdown`, `kallsyms`,
/// `kmod.version`, `kmod.reads` and `kmod.refuses` (file endings), `exit` (`FUNCTION: CONDITION` of the way out
/// that is left)
public record Fact(String key, String value, Grade grade, List<Span> evidence) {
    public Fact {
        evidence = List.copyOf(evidence);
    }

    public static Fact observed(String key, String value, Span evidence) {
        return new Fact(key, value, Grade.OBSERVED, List.of(evidence));
    }
}
