package whence.report.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import whence.bytes.Watch;
import whence.session.Artifact;
import whence.session.Session;
import whence.timeline.dating.Dates;
import whence.timeline.dating.Dating;

/// What a session holds, as the contract writes it.
public final class InfoJson {
    private InfoJson() {}

    /// The document of `whence info`.
    public static ObjectNode info(Session session, Watch watch) {
        List<Dating> datings = session.datings(watch);
        ObjectNode document = Json.document();
        document.set("artifacts", Json.array(session.artifacts(), artifact -> artifact(session, artifact, watch)));
        document.set("dates", Json.array(datings, InfoJson::dating));
        document.set("losses", Json.losses(session.losses()));
        return document;
    }

    private static ObjectNode artifact(Session session, Artifact artifact, Watch watch) {
        ObjectNode node = Json.object().put("path", artifact.path());
        put(node, "format", session.format(artifact).orElse(null));
        put(node, "origin", artifact.origin());
        put(node, "derived_from", artifact.derivedFrom());
        return node.put("constructed", artifact.constructed())
                .put("bytes", Long.toString(session.bytes(artifact).size()))
                .put("events", session.events(artifact, watch).count());
    }

    private static ObjectNode dating(Dating dating) {
        ObjectNode node = Json.object().put("artifact", dating.artifact()).put("lacks", dating.lacks());
        switch (dating) {
            case Dating.Found found -> {
                Dates dates = found.dates();
                put(node, "date", dates.first() == null ? null : dates.first().toString());
                node.put("zone", dates.offset().getId()).put("grade", Json.grade(found.grade()));
                node.put("why", found.why()).set("evidence", Json.spans(found.evidence()));
            }
            case Dating.Open open -> {
                node.putNull("date").putNull("zone").putNull("grade");
                node.put("why", open.why()).set("evidence", Json.spans(List.of()));
            }
        }
        return node;
    }

    private static void put(ObjectNode node, String name, @Nullable String text) {
        if (text == null) {
            node.putNull(name);
        } else {
            node.put(name, text);
        }
    }
}
