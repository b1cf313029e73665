package whence.trail.lead;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import whence.session.LabelledSource;
import whence.symbols.facts.SymbolTable;
import whence.trail.Lead;
import whence.trail.knowledge.SourceHints;
import whence.trail.read.Ground;
import whence.trail.read.Release;
import whence.trail.read.SourceFit;

/// What a session lacks to explain its leads, and how to get it. Worked out once for all leads of a session.
final class Lacks {
    private final Optional<String> source;
    private final Optional<String> symbols;
    private final Optional<String> calls;
    private final Optional<String> probes;

    Lacks(Ground ground) {
        this.source = source(ground);
        this.symbols = symbols(ground);
        this.calls = calls(ground);
        this.probes = probes(ground);
    }

    Lead complete(Lead lead) {
        List<String> lacks = new ArrayList<>(lead.lacks());
        switch (lead.kind()) {
            case LOG_LINE -> {
                source.ifPresent(lacks::add);
                calls.ifPresent(lacks::add);
            }
            case FAILED_CALL -> {
                source.ifPresent(lacks::add);
                calls.ifPresent(lacks::add);
                probes.ifPresent(lacks::add);
            }
            case LOSS -> {}
            case REFUSED_PROBE -> symbols.ifPresent(lacks::add);
            case KERNEL_REPORT -> {
                source.ifPresent(lacks::add);
                symbols.ifPresent(lacks::add);
            }
        }
        return lead.lacking(lacks);
    }

    private static Optional<String> source(Ground ground) {
        List<LabelledSource> sources = ground.sources();
        Optional<Release> release = ground.release();
        boolean fits = sources.stream().anyMatch(s -> SourceFit.of(s, release).rank() >= 0);
        if (fits) {
            return Optional.empty();
        }
        if (release.isEmpty()) {
            return Optional.of(
                    "the kernel's source, and what says which kernel ran: add the output of uname -r, or a log"
                            + " that begins with the boot; then a tree with --source LABEL=PATH");
        }
        String name = release.get().release();
        String way =
                SourceHints.shipped().of(name).map(w -> " (" + w + ")").orElse(": add a tree with --source LABEL=PATH");
        return Optional.of((sources.isEmpty() ? "the source of " : "the source of the kernel that ran, ") + name + way);
    }

    private static Optional<String> symbols(Ground ground) {
        if (ground.symbols().isEmpty()) {
            return Optional.of("the kernel's symbols: save /proc/kallsyms of the same boot, read as root");
        }
        boolean hidden =
                ground.symbols().base().map(SymbolTable::addressesHidden).orElse(false);
        return hidden
                ? Optional.of("addresses: every one in the symbol list is zero; "
                        + (ground.surroundings().hidesFromRoot() ? "set kernel.kptr_restrict to 1, then " : "")
                        + "read /proc/kallsyms as root")
                : Optional.empty();
    }

    private static Optional<String> calls(Ground ground) {
        return ground.calls().any()
                ? Optional.empty()
                : Optional.of("a trace of system calls around it: strace -f -tt -o strace.txt on the program, or whence"
                        + " capture-script on the machine");
    }

    private static Optional<String> probes(Ground ground) {
        return ground.runs().isEmpty()
                ? Optional.of("probes inside the kernel: whence trail on this lead says which to set first")
                : Optional.empty();
    }
}
