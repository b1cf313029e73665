package whence.report.json;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;
import whence.branches.JudgedExit;
import whence.branches.UnknownRegion;
import whence.source.Function;

/// The document of `whence exits`.
public final class ExitsJson {
    private ExitsJson() {}

    public static ObjectNode exits(Function function, List<JudgedExit> exits, List<UnknownRegion> unknown) {
        ObjectNode document = Json.document()
                .put("function", function.name())
                .put("file", function.path())
                .put("start_line", function.startLine())
                .put("end_line", function.endLine());
        document.set("exits", Json.array(exits, ExitJson::judged));
        document.set(
                "unknown_regions",
                Json.array(
                        unknown,
                        region -> Json.object()
                                .put("start_line", region.startLine())
                                .put("end_line", region.endLine())
                                .put("why", region.why())));
        return document;
    }
}
