package whence.trail.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import whence.evidence.Grade;
import whence.evidence.Ref;
import whence.evidence.Span;
import whence.session.Artifact;
import whence.timeline.Errno;
import whence.traces.strace.Call;
import whence.trail.Step;
import whence.trail.knowledge.Fact;
import whence.trail.knowledge.Rule;
import whence.trail.knowledge.Rules;
import whence.trail.link.Magic;
import whence.trail.link.SystemCall;
import whence.trail.read.Ground;

/// The file that a call was given, where the session holds it: what its first bytes say it is, and what is known of
/// such files.
public final class GivenFile {
    private static final Pattern PATH = Pattern.compile("<(/[^<>]+)>");

    private final Ground ground;
    private final SystemCall call;
    private final SystemCall decoded;

    /// @param call that was given the file
    /// @param decoded the record of it that holds arguments
    public GivenFile(Ground ground, SystemCall call, SystemCall decoded) {
        this.ground = ground;
        this.call = call;
        this.decoded = decoded;
    }

    /// Empty where the file was not captured, or is of no known kind.
    public Optional<Step> step() {
        Optional<String> path = path();
        for (Artifact artifact : ground.material().session().artifacts()) {
            boolean same = path.isPresent()
                    && artifact.derivedFrom() == null
                    && (path.get().equals(artifact.origin())
                            || (artifact.origin() == null && name(path.get()).equals(artifact.name())));
            if (same) {
                Optional<Magic> magic = Magic.of(ground.material().session().bytes(artifact));
                if (magic.isPresent()) {
                    return Optional.of(step(artifact, path.get(), magic.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private Optional<String> path() {
        Optional<Call> shown = ground.calls().decoded(decoded);
        if (shown.isEmpty() || shown.get().arguments().isEmpty()) {
            return Optional.empty();
        }
        Matcher matcher = PATH.matcher(shown.get().arguments().getFirst().print());
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private Step step(Artifact artifact, String path, Magic magic) {
        Span span = new Span(artifact.path(), Span.NO_LINE, 0, magic.length());
        boolean byOrigin = path.equals(artifact.origin());
        Grade grade = byOrigin ? Grade.OBSERVED : Grade.ASSUMED;
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("call", call.name(), Grade.OBSERVED, call.spans()),
                new Fact("magic", magic.name(), grade, List.of(span))));
        facts.addAll(ground.surroundings().settings());
        String errno = Errno.name(call.errno());
        if (errno != null) {
            facts.add(new Fact("errno", errno, Grade.OBSERVED, call.spans()));
        }
        List<Rule.Conclusion> rules = Rules.shipped().apply(facts);
        String known = rules.stream().map(Rule.Conclusion::text).collect(Collectors.joining(" "));
        return new Step(
                Step.Kind.CALL,
                "The file it was given, " + path + ", is " + magic.meaning(),
                "Its first bytes are " + magic.hex() + "." + (known.isEmpty() ? "" : " " + known)
                        + (byOrigin
                                ? ""
                                : " The file captured has the same name; that it is the same file is assumed."),
                rules.isEmpty() ? grade : grade.and(Grade.DERIVED),
                List.of(span),
                null,
                List.of(),
                new Ref.Range(span));
    }
}
