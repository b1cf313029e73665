package whence.cli.command.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import whence.bytes.Watch;
import whence.session.Session;
import whence.session.SessionException;
import whence.trail.Assumption;
import whence.trail.Choices;
import whence.trail.Lead;
import whence.trail.Reasoning;
import whence.trail.Trail;

/// Which lead a trail starts from, and what the user adds to the evidence.
public final class TrailChoice {
    @Option(names = "--all", description = "a trail for every lead")
    private boolean all;

    @Option(names = "--lead", paramLabel = "ID", description = "start from this lead (see whence leads)")
    private @Nullable String lead;

    @Option(names = "--line", paramLabel = "TEXT", description = "start from the first line that contains TEXT")
    private @Nullable String line;

    @Option(names = "--call", paramLabel = "ARTIFACT:LINE", description = "start from the call on that line")
    private @Nullable String call;

    @Option(
            names = "--source",
            paramLabel = "LABEL=PATH",
            description = "a source tree: a directory, a file, a source archive, or REPOSITORY@REVISION")
    private Map<String, String> sources = new LinkedHashMap<>();

    @Option(names = "--choose", paramLabel = "ID", description = "take this candidate of a step instead")
    private List<String> chosen = new ArrayList<>();

    @Option(names = "--assume", paramLabel = "TEXT", description = "state an assumption; everything below it is marked")
    private List<String> assumed = new ArrayList<>();

    /// Whether the trails of all leads are asked for.
    public boolean all() {
        return all;
    }

    /// At least one trail.
    ///
    /// @throws InputException where there is no such lead
    public List<Trail> trails(Session session, Watch watch) {
        for (Map.Entry<String, String> source : sources.entrySet()) {
            addSource(session, source.getKey(), source.getValue(), watch);
        }
        Reasoning reasoning = Reasoning.of(session);
        Choices choices = choices(session);
        return leads(reasoning, watch).stream()
                .map(start -> reasoning.trail(start, choices, watch))
                .toList();
    }

    /// Adds a source tree to a session.
    public static void addSource(Session session, String label, String path, Watch watch) {
        try {
            session.addSource(label, path, watch);
        } catch (SessionException failure) {
            throw SessionInput.refused(failure);
        }
    }

    /// What the session's notebook holds, and what the command line adds to it.
    private Choices choices(Session session) {
        Set<String> candidates = new LinkedHashSet<>(session.notebook().choices());
        candidates.addAll(chosen);
        Set<String> statements = new LinkedHashSet<>(session.notebook().assumptions());
        statements.addAll(assumed);
        return new Choices(
                candidates, statements.stream().map(TrailChoice::assumption).toList());
    }

    private static Assumption assumption(String text) {
        return Assumption.parse(text)
                .orElseThrow(() -> new InputException(
                        ExitStatus.USAGE,
                        "--assume takes runs-failed-alike, FUNCTION=VALUE or EXPRESSION=VALUE, not: " + text));
    }

    private List<Lead> leads(Reasoning reasoning, Watch watch) {
        if (line != null) {
            return List.of(found(reasoning.leadOfLine(line, watch), "no line contains: " + line));
        }
        if (call != null) {
            int colon = call.lastIndexOf(':');
            long number = colon < 0 ? 0 : numberOf(call.substring(colon + 1));
            String artifact = colon < 0 ? call : call.substring(0, colon);
            return List.of(found(reasoning.leadOfCall(artifact, number, watch), "no call at " + call));
        }
        List<Lead> leads = reasoning.leads(watch);
        if (lead != null) {
            return List.of(found(
                    leads.stream().filter(l -> l.id().equals(lead)).findFirst(),
                    "no lead " + lead + " (whence leads lists them)"));
        }
        if (leads.isEmpty()) {
            throw new InputException(ExitStatus.INSUFFICIENT, "nothing in this session asks for an explanation");
        }
        return all ? leads : List.of(leads.getFirst());
    }

    private static long numberOf(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new InputException(ExitStatus.USAGE, "--call takes ARTIFACT:LINE, not …:" + digits);
        }
    }

    private static Lead found(Optional<Lead> lead, String sentence) {
        return lead.orElseThrow(() -> new InputException(ExitStatus.USAGE, sentence));
    }
}
