package whence.app.session;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import whence.source.CallGraph;
import whence.source.Function;
import whence.source.SourceFile;
import whence.source.SourceTree;

/// The line on which one function calls another.
final class CallLine {
    private CallLine() {}

    /// The first mention of the callee, or of what stands for it, in the caller; the caller's own line where there is
    /// none.
    static int of(SourceTree tree, CallGraph.Link link) {
        Function caller = link.caller();
        SourceFile file = tree.file(caller);
        byte[] bytes = file.bytes();
        if (caller.end() > bytes.length || caller.bodyStart() > caller.end()) {
            return caller.line();
        }
        String body =
                new String(bytes, caller.bodyStart(), caller.end() - caller.bodyStart(), StandardCharsets.ISO_8859_1);
        for (String name : names(link)) {
            Matcher mention =
                    Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(body);
            if (mention.find()) {
                return file.lines().line(caller.bodyStart() + mention.start());
            }
        }
        return caller.line();
    }

    private static List<String> names(CallGraph.Link link) {
        String callee = link.callee().defined();
        return Stream.of(link.via(), callee == null ? link.callee().name() : callee)
                .filter(Objects::nonNull)
                .toList();
    }
}
