package whence.session.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import whence.evidence.Finding;
import whence.evidence.Grade;
import whence.evidence.Ref;
import whence.evidence.Span;

/// A finding as it stands in the log.
final class FindingJson {
    private FindingJson() {}

    static ObjectNode write(ObjectNode entry, Finding finding) {
        entry.put(Entries.ID, finding.id())
                .put("claim", finding.claim())
                .put("grade", finding.grade().name().toLowerCase(Locale.ROOT))
                .put("refuted_by", finding.refutedBy())
                .put("at", finding.at().toString());
        ArrayNode spans = entry.putArray("spans");
        for (Span span : finding.spans()) {
            spans.addObject()
                    .put("artifact", span.artifact())
                    .put("line", span.line())
                    .put("offset", span.offset())
                    .put("length", span.length());
        }
        ArrayNode premises = entry.putArray("premises");
        finding.premises().forEach(premises::add);
        return entry;
    }

    /// The finding; empty where the entry is damaged.
    static Optional<Finding> read(ObjectNode entry) {
        try {
            return Optional.of(new Finding(
                    entry.path(Entries.ID).stringValue(),
                    entry.path("claim").stringValue(),
                    Grade.valueOf(entry.path("grade").stringValue().toUpperCase(Locale.ROOT)),
                    spans(entry.path("spans")),
                    texts(entry.path("premises")),
                    entry.path("refuted_by").stringValue(""),
                    Ref.parse(entry.path("at").stringValue())));
        } catch (IllegalArgumentException | tools.jackson.core.JacksonException damaged) {
            return Optional.empty();
        }
    }

    private static List<Span> spans(JsonNode array) {
        List<Span> spans = new ArrayList<>();
        for (JsonNode span : array.values()) {
            spans.add(new Span(
                    span.path("artifact").stringValue(),
                    span.path("line").longValue(Span.NO_LINE),
                    span.path("offset").longValue(),
                    span.path("length").longValue()));
        }
        return spans;
    }

    private static List<String> texts(JsonNode array) {
        return array.values().stream().map(JsonNode::stringValue).toList();
    }
}
