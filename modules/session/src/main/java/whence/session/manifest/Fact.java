package whence.session.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads a tree that people may have edited: what is not of the type asked for counts as absent.
final class Fact {
    private Fact() {}

    static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isString() ? value.stringValue() : null;
    }

    static String text(JsonNode node, String name, String otherwise) {
        String text = text(node, name);
        return text == null ? otherwise : text;
    }

    static List<String> texts(JsonNode node, String name) {
        List<String> found = new ArrayList<>();
        node.path(name).values().stream().filter(JsonNode::isString).forEach(value -> found.add(value.stringValue()));
        return found;
    }

    static List<ObjectNode> objects(JsonNode node, String name) {
        List<ObjectNode> found = new ArrayList<>();
        for (JsonNode value : node.path(name).values()) {
            if (value instanceof ObjectNode object) {
                found.add(object);
            }
        }
        return found;
    }

    /// Every text, number and truth value below `node`, by its dotted name.
    static Map<String, String> flat(JsonNode node) {
        Map<String, String> flat = new LinkedHashMap<>();
        flatten("", node, flat, 0);
        return flat;
    }

    private static void flatten(String prefix, JsonNode node, Map<String, String> into, int depth) {
        if (depth > 8) {
            return;
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String name = prefix + member.getKey();
            JsonNode value = member.getValue();
            if (value.isObject()) {
                flatten(name + ".", value, into, depth + 1);
            } else if (value.isArray()) {
                into.put(
                        name,
                        String.join(
                                ",",
                                value.values().stream().map(JsonNode::asString).toList()));
            } else if (!value.isNull()) {
                into.put(name, value.asString());
            }
        }
    }
}
