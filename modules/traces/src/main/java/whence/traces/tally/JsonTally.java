package whence.traces.tally;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the entries of `{"type": "map"|"hist"|"lhist"|"stats", "data": {"@name": …}}`.
final class JsonTally {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonTally() {}

    /// Nothing where the text is no such object.
    static List<Tally> parse(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            JsonNode data = node.get("data");
            JsonNode type = node.get("type");
            return data == null || !data.isObject() || type == null ? List.of() : maps(type.asString(""), data);
        } catch (JacksonException broken) {
            return List.of();
        }
    }

    private static List<Tally> maps(String type, JsonNode data) {
        List<Tally> tallies = new ArrayList<>();
        for (Map.Entry<String, JsonNode> map : data.properties()) {
            JsonNode value = map.getValue();
            boolean keyed = value.isObject() && !stats(value);
            if (!keyed) {
                tallies.add(new Tally(map.getKey(), "", amount(type, value)));
            } else {
                value.properties()
                        .forEach(key ->
                                tallies.add(new Tally(map.getKey(), key.getKey(), amount(type, key.getValue()))));
            }
        }
        return tallies;
    }

    private static boolean stats(JsonNode value) {
        return value.path("count").isNumber() && value.path("total").isNumber();
    }

    private static Amount amount(String type, JsonNode value) {
        if (type.endsWith("hist") && value.isArray()) {
            return histogram(value);
        }
        if (type.equals("stats") && stats(value)) {
            return new Amount.Stats(
                    value.path("count").asLong(0),
                    value.path("average").asLong(0),
                    value.path("total").asLong(0));
        }
        if (!value.isString()) {
            return new Amount.Written(value.toString());
        }
        String text = value.stringValue();
        return text.startsWith("\n")
                ? new Amount.Stack(text.lines()
                        .map(String::strip)
                        .filter(frame -> !frame.isEmpty())
                        .toList())
                : new Amount.Written(text);
    }

    /// `max` is the largest value of the bucket. bpftrace 0.17 prints its last bucket, of values from 2^31 on, with
    /// bounds that overflowed 32 bits (`"min": -2147483648, "max": 0`); where it ends is not known.
    private static Amount histogram(JsonNode array) {
        List<Bucket> buckets = new ArrayList<>();
        for (JsonNode node : array) {
            OptionalLong from = bound(node.get("min"));
            OptionalLong last = bound(node.get("max"));
            boolean wrapped = from.orElse(0) == Integer.MIN_VALUE && last.orElse(1) == 0;
            boolean open = wrapped || last.isEmpty() || last.getAsLong() == Long.MAX_VALUE;
            buckets.add(new Bucket(
                    wrapped ? OptionalLong.of(1L << 31) : from,
                    open ? OptionalLong.empty() : OptionalLong.of(last.getAsLong() + 1),
                    node.path("count").asLong(0)));
        }
        return new Amount.Histogram(buckets);
    }

    private static OptionalLong bound(@Nullable JsonNode node) {
        return node != null && node.canConvertToLong() ? OptionalLong.of(node.longValue()) : OptionalLong.empty();
    }
}
