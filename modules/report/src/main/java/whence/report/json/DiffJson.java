package whence.report.json;

import tools.jackson.databind.node.ObjectNode;
import whence.branches.versions.ExitChange;
import whence.branches.versions.LineRow;
import whence.branches.versions.VersionDiff;

/// The document of `whence diff`.
public final class DiffJson {
    private DiffJson() {}

    /// @param left label of the left source
    /// @param right label of the right source
    public static ObjectNode diff(String left, String right, VersionDiff diff) {
        ObjectNode document = Json.document().put("left", left).put("right", right);
        document.put("left_function", diff.leftFunction().name())
                .put("right_function", diff.rightFunction().name());
        document.set(
                "lines",
                Json.object()
                        .put("added", diff.count(LineRow.Kind.ADDED))
                        .put("removed", diff.count(LineRow.Kind.REMOVED))
                        .put("changed", diff.count(LineRow.Kind.CHANGED))
                        .put("moved", diff.count(LineRow.Kind.MOVED)));
        document.set("exits", Json.array(diff.exits(), DiffJson::change));
        return document;
    }

    private static ObjectNode change(ExitChange change) {
        ObjectNode node = Json.object().put("change", change.kind().word());
        Json.putOrNull(node, "left", change.left(), ExitJson::exit);
        Json.putOrNull(node, "right", change.right(), ExitJson::exit);
        return node;
    }
}
