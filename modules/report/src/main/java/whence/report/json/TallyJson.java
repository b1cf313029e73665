package whence.report.json;

import java.util.List;
import java.util.OptionalLong;
import tools.jackson.databind.node.ObjectNode;
import whence.traces.tally.Amount;
import whence.traces.tally.Bucket;
import whence.traces.tally.Tally;

/// Entries of a tracer's maps as the contract writes them: numbers as strings, open bounds as null.
final class TallyJson {
    private TallyJson() {}

    static List<ObjectNode> all(List<Tally> tallies) {
        return tallies.stream().map(TallyJson::one).toList();
    }

    private static ObjectNode one(Tally tally) {
        ObjectNode node = Json.object().put("map", tally.map()).put("key", tally.key());
        switch (tally.amount()) {
            case Amount.Written written -> node.put("value", written.text());
            case Amount.Stats stats ->
                node.putObject("stats")
                        .put("count", Long.toString(stats.count()))
                        .put("average", Long.toString(stats.average()))
                        .put("total", Long.toString(stats.total()));
            case Amount.Stack stack -> stack.frames().forEach(node.putArray("stack")::add);
            case Amount.Histogram histogram ->
                node.putArray("histogram")
                        .addAll(histogram.buckets().stream()
                                .map(TallyJson::bucket)
                                .toList());
        }
        return node;
    }

    private static ObjectNode bucket(Bucket bucket) {
        ObjectNode node = Json.object();
        bound(node, "from", bucket.from());
        bound(node, "below", bucket.below());
        return node.put("count", Long.toString(bucket.count()));
    }

    private static void bound(ObjectNode node, String name, OptionalLong bound) {
        if (bound.isPresent()) {
            node.put(name, Long.toString(bound.getAsLong()));
        } else {
            node.putNull(name);
        }
    }
}
