package whence.session.pack;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.session.Artifact;
import whence.session.manifest.Manifest;
import whence.session.open.Stored;

/// The manifest of what is being packed: the old one's entries, completed, and one for each artifact it did not list.
final class Catalogue {
    private static final String FOLDER = "artifacts/";

    private Catalogue() {}

    /// Name of an artifact's member, unpacked.
    static String member(Stored stored) {
        return FOLDER + stored.artifact().path();
    }

    static Manifest of(Manifest manifest, List<Stored> artifacts, Watch watch) throws IOException {
        Map<String, String> sums = new HashMap<>();
        Map<String, Long> sizes = new HashMap<>();
        for (Stored stored : artifacts) {
            Bytes content = stored.content(watch);
            if (stored.trouble().isEmpty()) {
                sums.put(member(stored), Checksum.sha256(content, watch));
                sizes.put(member(stored), content.size());
            }
        }
        return manifest.with(tree -> {
            Map<String, ObjectNode> known = known(tree);
            ArrayNode listed = tree.putArray("artifacts");
            for (Stored stored : artifacts) {
                String name = member(stored);
                ObjectNode entry = known.getOrDefault(name, tree.objectNode());
                listed.add(complete(entry, name, stored.artifact()));
                // What could not be read whole keeps what was said about it when it was whole.
                if (sums.containsKey(name)) {
                    entry.put("sha256", sums.get(name)).put("bytes", sizes.get(name));
                }
            }
            return tree.put("schema", Math.max(Manifest.SCHEMA, manifest.schema()));
        });
    }

    private static Map<String, ObjectNode> known(ObjectNode tree) {
        Map<String, ObjectNode> known = new HashMap<>();
        for (JsonNode entry : tree.path("artifacts").values()) {
            if (entry instanceof ObjectNode object) {
                String path = object.path("path").stringValue("");
                known.put(path.startsWith(FOLDER) ? path : FOLDER + path, object);
            }
        }
        return known;
    }

    private static ObjectNode complete(ObjectNode entry, String name, Artifact artifact) {
        entry.put("path", name);
        String origin = artifact.origin();
        if (origin != null) {
            entry.put("origin", origin);
        }
        return entry;
    }
}
