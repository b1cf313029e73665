package whence.source;

import whence.source.c.LineNumbers;
import whence.source.c.Tokens;
import whence.source.index.facts.FunctionHeads;
import whence.source.scan.Head;

/// Turns a head that the scanner found into a [Function] with its names.
final class FunctionNames {
    private FunctionNames() {}

    static Function function(SourceFile file, Head head, int closing) {
        Tokens tokens = file.tokens();
        LineNumbers lines = file.lines();
        int definedToken = FunctionHeads.definedToken(tokens, head);
        String defined = definedToken < 0 ? null : tokens.text(definedToken);
        String word = tokens.text(head.name());
        String stated = lines.statedFile(tokens.start(head.name()));
        return new Function(
                file.tree(),
                file.path(),
                stated == null ? file.path() : stated,
                defined == null ? word : word + "(" + defined + ")",
                lines.line(tokens.start(head.name())),
                lines.line(tokens.start(head.declaration())),
                lines.line(tokens.start(closing)),
                tokens.start(head.declaration()),
                tokens.start(head.body()),
                tokens.end(closing),
                FunctionHeads.isStatic(tokens, head),
                defined);
    }
}
