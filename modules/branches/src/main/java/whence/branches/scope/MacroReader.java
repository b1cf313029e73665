package whence.branches.scope;

import java.util.ArrayList;
import java.util.List;
import whence.branches.syntax.MacroText;
import whence.branches.syntax.Tok;
import whence.source.c.Tokens;

/// Reads what stands behind `#define`.
final class MacroReader {
    private MacroReader() {}

    static MacroText read(Tokens define) {
        String name = define.text(0);
        boolean functionLike = define.kind(1) == '(' && define.start(1) == define.end(0);
        if (!functionLike) {
            return new MacroText(name, null, body(define, 1));
        }
        List<String> parameters = new ArrayList<>();
        StringBuilder parameter = new StringBuilder();
        int at = 2;
        for (; at < define.count() && define.kind(at) != ')'; at++) {
            if (define.kind(at) == ',') {
                parameters.add(parameter.toString());
                parameter.setLength(0);
            } else {
                parameter.append(define.text(at));
            }
        }
        if (!parameter.isEmpty()) {
            parameters.add(parameter.toString());
        }
        return new MacroText(name, parameters, body(define, at + 1));
    }

    private static List<Tok> body(Tokens define, int from) {
        List<Tok> body = new ArrayList<>();
        for (int i = from; i < define.count(); i++) {
            body.add(new Tok(define.kind(i), define.text(i), 0));
        }
        return List.copyOf(body);
    }
}
