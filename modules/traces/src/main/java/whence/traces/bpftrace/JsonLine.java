package whence.traces.bpftrace;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One object of `bpftrace -f json`: `{"type": "printf", "data": "…"}`. Versions differ: the text of a print was
/// once under `msg`; numbers of lost events and of probes stand in `data` or beside it; and old versions write
/// lines that are not JSON, of which type and text are still found.
///
/// @param text what was printed; null where the object holds something else
/// @param map name of the map whose entries it holds, with its `@`; null where it holds none
/// @param count of lost events or attached probes, -1 where there is none
/// @param broken whether the line is not JSON
record JsonLine(
        String type, @Nullable String text, @Nullable String map, long count, boolean broken) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /// Empty where the line is not even nearly such an object.
    static Optional<JsonLine> parse(String line) {
        if (!line.stripLeading().startsWith("{")) {
            return Optional.empty();
        }
        try {
            JsonNode node = MAPPER.readTree(line);
            JsonNode type = node.get("type");
            return type == null || !type.isString() ? Optional.empty() : Optional.of(of(type.stringValue(), node));
        } catch (JacksonException broken) {
            return broken(line);
        }
    }

    private static JsonLine of(String type, JsonNode node) {
        JsonNode data = node.has("data") ? node.get("data") : node.get("msg");
        boolean value = type.equals("value") && data != null && !data.isString();
        String text = value ? data.toString() : data != null && data.isString() ? data.stringValue() : null;
        long count = -1;
        for (String name : new String[] {"events", "probes"}) {
            JsonNode number = data != null && data.has(name) ? data.get(name) : node.get(name);
            count = number != null && number.canConvertToLong() ? number.longValue() : count;
        }
        return new JsonLine(type, text, map(data), count, false);
    }

    private static @Nullable String map(@Nullable JsonNode data) {
        if (data == null || !data.isObject() || data.isEmpty()) {
            return null;
        }
        String first = data.propertyNames().iterator().next();
        return first.startsWith("@") ? first : null;
    }

    private static Optional<JsonLine> broken(String line) {
        String type = between(line, "\"type\"", "\"");
        int data = Math.max(line.indexOf("\"data\""), line.indexOf("\"msg\""));
        int open = data < 0 ? -1 : line.indexOf('"', line.indexOf(':', data) + 1);
        int close = line.lastIndexOf('"');
        String text =
                open >= 0 && close > open ? line.substring(open + 1, close).replace("\\n", "\n") : null;
        return type == null ? Optional.empty() : Optional.of(new JsonLine(type, text, null, -1, true));
    }

    /// The quoted word behind the colon that follows `key`.
    private static @Nullable String between(String line, String key, String quote) {
        int at = line.indexOf(key);
        int open = at < 0 ? -1 : line.indexOf(quote, at + key.length());
        int close = open < 0 ? -1 : line.indexOf(quote, open + 1);
        return close < 0 ? null : line.substring(open + 1, close);
    }
}
