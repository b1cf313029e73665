package whence.trail.call;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.evidence.Grade;
import whence.evidence.Ref;
import whence.evidence.Span;
import whence.session.Artifact;
import whence.traces.strace.Call;
import whence.trail.Step;
import whence.trail.knowledge.Fact;
import whence.trail.link.Magic;
import whence.trail.link.SystemCall;
import whence.trail.read.Ground;

/// The file that a call was given, where the session holds it: what its first bytes say it is.
public final class GivenFile {
    private static final Pattern PATH = Pattern.compile("<(/[^<>]+)>");

    private final Ground ground;
    private final SystemCall call;

    /// @param call the record of it that holds arguments
    public GivenFile(Ground ground, SystemCall call) {
        this.ground = ground;
        this.call = call;
    }

    /// Empty where the file was not captured, or is of no known kind.
    public Optional<Step> step() {
        return captured().map(this::step);
    }

    /// What its first bytes say, for the rules.
    Optional<Fact> magic() {
        return captured().map(file -> new Fact("magic", file.magic.name(), file.grade(), List.of(file.span())));
    }

    /// @param byOrigin whether the artifact says that it was taken from this very path
    private record Captured(Artifact artifact, String path, Magic magic, boolean byOrigin) {
        Span span() {
            return new Span(artifact.path(), Span.NO_LINE, 0, magic.length());
        }

        Grade grade() {
            return byOrigin ? Grade.OBSERVED : Grade.ASSUMED;
        }
    }

    private Optional<Captured> captured() {
        Optional<String> path = path();
        for (Artifact artifact : ground.material().session().artifacts()) {
            boolean same = path.isPresent()
                    && artifact.derivedFrom() == null
                    && (path.get().equals(artifact.origin())
                            || (artifact.origin() == null && name(path.get()).equals(artifact.name())));
            if (same) {
                Optional<Magic> magic = Magic.of(ground.material().session().bytes(artifact));
                if (magic.isPresent()) {
                    return Optional.of(new Captured(
                            artifact, path.get(), magic.get(), path.get().equals(artifact.origin())));
                }
            }
        }
        return Optional.empty();
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private Optional<String> path() {
        Optional<Call> shown = ground.calls().decoded(call);
        if (shown.isEmpty() || shown.get().arguments().isEmpty()) {
            return Optional.empty();
        }
        Matcher matcher = PATH.matcher(shown.get().arguments().getFirst().print());
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private Step step(Captured file) {
        return new Step(
                Step.Kind.CALL,
                "The file it was given, " + file.path + ", is " + file.magic.meaning(),
                "Its first bytes are " + file.magic.hex() + "."
                        + (file.byOrigin
                                ? ""
                                : " The file captured has the same name; that it is the same file is assumed."),
                file.grade(),
                List.of(file.span()),
                null,
                List.of(),
                new Ref.Range(file.span()));
    }
}
