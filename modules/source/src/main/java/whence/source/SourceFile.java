package whence.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whence.source.c.Conditionals;
import whence.source.c.Lexer;
import whence.source.c.LineNumbers;
import whence.source.c.Tokens;
import whence.source.scan.Head;
import whence.source.scan.Scanner;
import whence.source.scan.Sink;

/// One file of a tree, cut into tokens. Immutable; the bytes are shared and not to be changed.
public final class SourceFile {
    private final String tree;
    private final String path;
    private final Tokens tokens;
    private final LineNumbers lines;
    private volatile @Nullable Conditionals conditionals;
    private final List<Function> functions;

    private SourceFile(String tree, String path, Tokens tokens, int lineShift) {
        this.tree = tree;
        this.path = path;
        this.tokens = tokens;
        this.lines = LineNumbers.of(tokens, lineShift);
        this.functions = new Definitions().found();
    }

    /// Reads a file; never fails, whatever the bytes are.
    ///
    /// @param lineShift added to the numbers of lines that no `#line` speaks for
    public static SourceFile of(String tree, String path, byte[] bytes, int lineShift) {
        return new SourceFile(tree, path, Lexer.lex(bytes), lineShift);
    }

    public String tree() {
        return tree;
    }

    /// Its path in the tree.
    public String path() {
        return path;
    }

    public byte[] bytes() {
        return tokens.bytes();
    }

    public Tokens tokens() {
        return tokens;
    }

    public LineNumbers lines() {
        return lines;
    }

    public Conditionals conditionals() {
        Conditionals known = conditionals;
        if (known == null) {
            known = Conditionals.of(tokens);
            conditionals = known;
        }
        return known;
    }

    /// All definitions in it, those in every branch of `#if` groups too, in the order they begin.
    public List<Function> functions() {
        return functions;
    }

    /// All definitions of a name, whichever of its names it is.
    public List<Function> functions(String name) {
        return functions.stream().filter(f -> f.isNamed(name)).toList();
    }

    /// The function a line stands in; lines as the file states them.
    public Optional<Function> functionAt(int line) {
        return functions.stream().filter(f -> f.spans(line)).findFirst();
    }

    /// What must be configured for a function to be compiled, as far as its own file says; outermost first.
    public List<String> conditions(Function function) {
        return conditionals().conditionsAt(tokens.at(function.start()));
    }

    /// First token of a function's body, its `{`.
    public int bodyToken(Function function) {
        return tokens.at(function.bodyStart());
    }

    /// The token behind a function's closing `}`.
    public int endToken(Function function) {
        return tokens.at(function.end());
    }

    /// Collects the functions that the scanner finds.
    private final class Definitions implements Sink {
        private final List<Head> heads = new ArrayList<>();
        private final List<Function> closed = new ArrayList<>();

        List<Function> found() {
            Scanner.scan(tokens, this);
            closed.sort(Comparator.comparingInt(Function::start).thenComparingInt(Function::bodyStart));
            return List.copyOf(closed);
        }

        @Override
        public void restart() {
            heads.clear();
            closed.clear();
        }

        @Override
        public void open(int function, Head head) {
            heads.add(head);
        }

        @Override
        public void close(int function, int token) {
            closed.add(FunctionNames.function(SourceFile.this, heads.get(function), token));
        }
    }
}
