package whence.report.json;

import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;
import whence.branches.Exit;
import whence.branches.JudgedExit;

/// Exits, as the contract writes them.
public final class ExitJson {
    private ExitJson() {}

    /// An exit with what the evidence left of it.
    public static ObjectNode judged(JudgedExit judged) {
        ObjectNode node = exit(judged.exit());
        node.put("state", judged.state().name().toLowerCase(Locale.ROOT));
        node.set("because", Json.array(judged.because(), ExitJson::because));
        return node;
    }

    /// An exit that nothing was held against.
    public static ObjectNode exit(Exit exit) {
        ObjectNode node = Json.object()
                .put("function", exit.function())
                .put("file", exit.file())
                .put("line", exit.line())
                .put("return_line", exit.returnLine());
        node.set("values", Json.texts(exit.values()));
        Json.putOrNull(
                node,
                "guard",
                exit.guard(),
                guard -> Json.object()
                        .put("text", guard.text())
                        .put("line", guard.line())
                        .put("taken_when", guard.takenWhen()));
        return node.put("kind", exit.kind().name().toLowerCase(Locale.ROOT)).put("callee", exit.callee());
    }

    private static ObjectNode because(JudgedExit.Because because) {
        ObjectNode node = Json.object()
                .put("rule", because.rule())
                .put("text", because.text())
                .put("grade", Json.grade(because.grade()));
        node.set("evidence", Json.spans(because.evidence()));
        return node;
    }
}
