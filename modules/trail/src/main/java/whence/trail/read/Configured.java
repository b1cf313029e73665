package whence.trail.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.branches.value.Premise;
import whence.bytes.Watch;
import whence.evidence.Grade;
import whence.evidence.Span;
import whence.session.KernelConfigs;
import whence.session.LabelledSource;
import whence.session.Session;
import whence.symbols.facts.KernelConfig;
import whence.symbols.facts.KernelVersion;
import whence.trail.verdict.KernelOptions;

/// The configuration of a session, given to those sources alone that are of the kernel it belongs to.
///
/// It belongs to the kernel that ran where its head names that very version (derived). Of another version of the same
/// series most options are alike: assumed. One of another series, or whose file name is that of another release
/// (`config-6.1.0-50-rt-amd64`), says nothing.
record Configured(Optional<KernelConfig> config, Optional<Release> release) {
    private static final int SURE = 2;
    private static final Pattern NAMED = Pattern.compile("(?:.*/)?config-(\\d+\\.\\d+\\S*)");

    static Configured of(Session session, Optional<Release> release) {
        return new Configured(KernelConfigs.of(session, Watch.NONE), release);
    }

    /// Unknown where nothing shows that the source is that of the kernel that ran, or that the configuration is.
    KernelOptions of(LabelledSource source) {
        boolean ran = SourceFit.of(source, release).rank() >= SURE;
        return config.filter(_ -> ran)
                .flatMap(one -> grade(one).map(grade -> options(one, grade)))
                .orElse(KernelOptions.UNKNOWN);
    }

    /// How surely it is that of the kernel that ran; empty where it is not.
    private Optional<Grade> grade(KernelConfig one) {
        if (release.isEmpty() || one.version().isEmpty() || namesAnother(one)) {
            return Optional.empty();
        }
        KernelVersion made = one.version().get();
        Optional<KernelVersion> ran =
                KernelVersion.of(release.get().release(), release.get().version());
        if (ran.isEmpty()
                || made.major() != ran.get().major()
                || made.minor() != ran.get().minor()) {
            return Optional.empty();
        }
        return Optional.of(made.patch() == ran.get().patch() ? Grade.DERIVED : Grade.ASSUMED);
    }

    private boolean namesAnother(KernelConfig one) {
        Matcher named = NAMED.matcher(one.artifact());
        return named.matches()
                && release.filter(r -> !named.group(1).equals(r.release())).isPresent();
    }

    private KernelOptions options(KernelConfig config, Grade grade) {
        Map<String, String> options = new HashMap<>();
        config.options().forEach((name, option) -> options.put(name, option.value()));
        String version = config.version().map(KernelVersion::toString).orElse("");
        Premise premise = new Premise(
                "the kernel was configured as " + config.artifact() + " says, which is of Linux " + version
                        + (grade == Grade.DERIVED
                                ? ", as the kernel that ran"
                                : "; that the option is alike is assumed"),
                grade,
                List.of(new Span(config.artifact(), Span.NO_LINE, 0, 1)));
        return new KernelOptions(options, premise);
    }
}
