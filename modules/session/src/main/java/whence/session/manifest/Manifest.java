package whence.session.manifest;

import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `session.json`. Immutable; fields it does not know are kept when it is written.
public final class Manifest {
    /// Name of the manifest in a session.
    public static final String NAME = "session.json";
    /// The schema this program writes.
    public static final int SCHEMA = 1;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final ObjectNode tree;

    private Manifest(ObjectNode tree) {
        this.tree = tree;
    }

    /// The manifest of an input that has none.
    public static Manifest empty() {
        return new Manifest(JsonNodeFactory.instance.objectNode().put("schema", SCHEMA));
    }

    /// Reads a manifest.
    ///
    /// @throws UnreadableException where it is no JSON object; wrong types in it count as absent
    public static Manifest parse(byte[] json) throws UnreadableException {
        try {
            if (JSON.readTree(json) instanceof ObjectNode tree) {
                return new Manifest(tree);
            }
            throw new UnreadableException(NAME + " is no JSON object");
        } catch (JacksonException damage) {
            throw new UnreadableException(NAME + " is not readable as JSON: " + damage.getOriginalMessage());
        }
    }

    /// A manifest that is no manifest; the message is a sentence.
    public static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1;

        UnreadableException(String sentence) {
            super(sentence);
        }
    }

    /// Number of its schema; a higher one than [#SCHEMA] is opened as far as it is understood.
    public int schema() {
        return tree.path("schema").intValue(SCHEMA);
    }

    public String title() {
        return Fact.text(tree, "title", "");
    }

    /// Markdown.
    public String story() {
        return Fact.text(tree, "story", "");
    }

    public Host host() {
        return Host.of(tree.path("host"));
    }

    public List<ArtifactEntry> artifacts() {
        return Fact.objects(tree, "artifacts").stream().map(ArtifactEntry::of).toList();
    }

    public List<ClockAnchor> clocks() {
        return Fact.objects(tree, "clocks").stream().map(ClockAnchor::of).toList();
    }

    public List<SourceEntry> sources() {
        return Fact.objects(tree, "sources").stream().map(SourceEntry::of).toList();
    }

    /// The log of the notebook as it stands in the file.
    public List<ObjectNode> notebook() {
        return Fact.objects(tree, "notebook").stream().map(ObjectNode::deepCopy).toList();
    }

    /// A text, number or truth value anywhere in the manifest by its dotted name, such as `host.parameters`.
    public String fact(String dottedName) {
        JsonNode at = tree;
        for (String name : dottedName.split("\\.", -1)) {
            at = at.path(name);
        }
        return at.isValueNode() ? at.asString() : "";
    }

    /// A changed copy.
    public Manifest with(UnaryOperator<ObjectNode> change) {
        return new Manifest(change.apply(tree.deepCopy()));
    }

    /// UTF-8, indented, with a line end at its end; the same manifest gives the same bytes.
    public byte[] write() {
        byte[] json = JSON.writeValueAsBytes(tree);
        byte[] line = java.util.Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }
}
