package whence.report.json;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;
import whence.evidence.Loss;
import whence.trail.Companion;
import whence.trail.Lead;
import whence.trail.Step;
import whence.trail.Trail;
import whence.trail.Verdict;

/// Leads and trails, as the contract writes them.
public final class TrailJson {
    private TrailJson() {}

    /// The document of `whence leads`.
    public static ObjectNode leads(List<Lead> leads, List<Loss> losses) {
        ObjectNode document = Json.document();
        document.set("leads", Json.array(leads, TrailJson::lead));
        document.set("losses", Json.losses(losses));
        return document;
    }

    /// The document of `whence trail`.
    public static ObjectNode trail(Trail trail) {
        return withTrail(Json.document(), trail);
    }

    /// The document of `whence trail --all`.
    public static ObjectNode trails(List<Trail> trails) {
        ObjectNode document = Json.document();
        document.set("trails", Json.array(trails, trail -> withTrail(Json.object(), trail)));
        return document;
    }

    private static ObjectNode withTrail(ObjectNode node, Trail trail) {
        node.set("lead", lead(trail.lead()));
        node.set("steps", Json.array(trail.steps(), TrailJson::step));
        node.set("verdict", verdict(trail.verdict()));
        node.set("other_sources", Json.array(trail.otherSources(), TrailJson::otherSource));
        node.set(
                "next_probes",
                Json.array(
                        trail.nextProbes(),
                        probe -> Json.object()
                                .put("text", probe.text())
                                .put("tool", probe.tool())
                                .put("splits", probe.splits())));
        node.set("losses", Json.losses(trail.losses()));
        return node;
    }

    private static ObjectNode lead(Lead lead) {
        ObjectNode node = Json.object()
                .put("id", lead.id())
                .put("kind", word(lead.kind()))
                .put("title", lead.title())
                .put("severity", lead.severity())
                .put("count", lead.count());
        node.set("times", Json.array(lead.times(), Json::time));
        node.set("span", Json.span(lead.span()));
        node.set("lacks", Json.texts(lead.lacks()));
        node.set("companions", Json.array(lead.accompanied().companions(), TrailJson::companion));
        node.set("not_compared", Json.texts(lead.accompanied().notCompared()));
        return node;
    }

    /// The contract of the command line knows four kinds; that a capture lost something is a line of it that says so.
    private static String word(Lead.Kind kind) {
        return (kind == Lead.Kind.LOSS ? Lead.Kind.LOG_LINE : kind).word();
    }

    private static ObjectNode companion(Companion companion) {
        ObjectNode node = Json.object()
                .put("kind", companion.kind().word())
                .put("what", companion.what())
                .put("support", companion.support())
                .put("of", companion.of())
                .put("expected_by_chance", rounded(companion.expectedByChance()))
                .put("lift", rounded(companion.lift()))
                .put("grade", Json.grade(companion.grade()));
        node.set("span", Json.span(companion.span()));
        return node;
    }

    private static double rounded(double number) {
        return Math.rint(number * 1000) / 1000;
    }

    private static ObjectNode step(Step step) {
        ObjectNode node = Json.object()
                .put("kind", step.kind().name().toLowerCase(Locale.ROOT))
                .put("title", step.title())
                .put("why", step.why())
                .put("grade", Json.grade(step.grade()));
        node.set("evidence", Json.spans(step.evidence()));
        node.put("chosen", step.chosen());
        node.set("candidates", Json.array(step.candidates(), TrailJson::candidate));
        return node;
    }

    private static ObjectNode candidate(Step.Candidate candidate) {
        ObjectNode node = Json.object()
                .put("id", candidate.id())
                .put("title", candidate.title())
                .put("why", candidate.why())
                .put("grade", Json.grade(candidate.grade()));
        node.set("evidence", Json.spans(candidate.evidence()));
        return node;
    }

    private static ObjectNode otherSource(Verdict verdict) {
        ObjectNode node = Json.object().put("source", verdict.source());
        node.set("verdict", verdict(verdict));
        return node;
    }

    private static ObjectNode verdict(Verdict verdict) {
        ObjectNode node = Json.object()
                .put("state", verdict.state().name().toLowerCase(Locale.ROOT))
                .put("source", verdict.source());
        node.set("exits", Json.array(verdict.exits(), ExitJson::judged));
        node.put("summary", verdict.summary());
        Json.putOrNull(
                node,
                "weakest",
                verdict.weakest(),
                premise -> Json.object().put("premise", premise.premise()).put("grade", Json.grade(premise.grade())));
        return node;
    }
}
