package whence.source.scan;

import whence.source.c.Directive;
import whence.source.c.Kind;
import whence.source.c.Tokens;
import whence.source.scan.Alternatives.State;

/// Finds the functions of a file, and what stands in them, in one walk over its tokens, without knowing a single
/// macro or type: only brackets, and the shapes that C's declarations have.
///
/// All branches of `#if` groups are read. Where the brackets of a file do not close, it is read a second time with
/// the habit of kernel C as the rule: a function that begins with `{` in the first column ends with `}` there.
/// Linear in the number of tokens, whatever they are.
public final class Scanner {
    /// A declaration that has had so many `{` and was no function's head is none.
    private static final int MOST_HEADS = 16;

    private final Tokens tokens;
    private final Sink sink;
    private final boolean byColumn;
    private final Nodes nodes = new Nodes();
    private final Nodes groups = new Nodes();
    private final Alternatives alternatives = new Alternatives();
    private final Strings strings;
    private final Mentions mentions;
    private final SharedBodies shared = new SharedBodies();
    private final OpenFunctions functions;
    private int brackets = Nodes.NONE;
    private int group = Nodes.NONE;
    private int declaration = Nodes.NONE;
    private int function = Nodes.NONE;
    private boolean assigned;
    private int heads;
    private int open;

    private Scanner(Tokens tokens, Sink sink, boolean byColumn) {
        this.tokens = tokens;
        this.sink = sink;
        this.byColumn = byColumn;
        this.strings = new Strings(tokens, sink);
        this.mentions = new Mentions(tokens, sink);
        this.functions = new OpenFunctions(sink, shared);
    }

    /// Walks a file.
    public static void scan(Tokens tokens, Sink sink) {
        Scanner counting = new Scanner(tokens, sink, false);
        counting.walk();
        if (counting.open > 0) {
            sink.restart();
            new Scanner(tokens, sink, true).walk();
        }
    }

    private void walk() {
        int count = tokens.count();
        for (int i = 0; i < count; i++) {
            step(i, tokens.kind(i));
        }
        strings.end(function, count);
        if (function != Nodes.NONE) {
            open++;
            closeFunction(count - 1);
        }
        functions.endAll(count - 1);
    }

    private void step(int i, int kind) {
        switch (kind) {
            case Kind.DIRECTIVE -> directive(i);
            case Kind.IDENTIFIER -> word(i);
            case Kind.STRING -> strings.literal(i, brackets, nodes);
            case '(', '[' -> open(i, kind);
            case ')', ']' -> close(i, kind);
            case '{' -> openBrace(i);
            case '}' -> closeBrace(i);
            case ',' -> comma(i);
            case ';' -> semicolon(i);
            default -> {
                strings.end(function, i);
                begin(i);
                assigned |= kind == '=' && brackets == Nodes.NONE;
            }
        }
    }

    private void begin(int i) {
        if (declaration == Nodes.NONE && brackets == Nodes.NONE) {
            declaration = i;
        }
    }

    private void word(int i) {
        begin(i);
        strings.word(i, function);
        mentions.word(i, function, nodes.kind(brackets));
    }

    private void open(int i, int kind) {
        begin(i);
        boolean called = kind == '(' && tokens.kind(i - 1) == Kind.IDENTIFIER;
        strings.open(i, function, called);
        brackets = nodes.add(brackets, kind, i, called ? i - 1 : doubled(i, kind) ? nodes.data(brackets) : Nodes.NONE);
    }

    /// Whether a bracket encloses all arguments of a call in brackets of their own: `ACPI_INFO(("…", x))`.
    private boolean doubled(int i, int kind) {
        return kind == '(' && tokens.kind(i - 1) == '(' && nodes.kind(brackets) == '(';
    }

    private void close(int i, int kind) {
        strings.end(function, i);
        int wanted = kind == ')' ? '(' : '[';
        if (nodes.kind(brackets) != wanted) {
            return;
        }
        int opened = brackets;
        brackets = nodes.parent(opened);
        if (wanted == '(' && brackets == Nodes.NONE) {
            group = groups.add(group, 0, nodes.token(opened), i);
        }
    }

    private void comma(int i) {
        strings.end(function, i);
        begin(i);
        if (nodes.kind(brackets) == '(') {
            nodes.extra(brackets, nodes.extra(brackets) + 1);
        }
    }

    private void semicolon(int i) {
        strings.end(function, i);
        if (function == Nodes.NONE && outsideBraces()) {
            Prototypes.tell(tokens, groups, group, sink);
            endDeclaration();
        }
    }

    /// Whether no `{` is open; an open `(` alone does not outlive a `;` out there.
    private boolean outsideBraces() {
        return brackets == Nodes.NONE || (nodes.kind(brackets) == '(' && nodes.parent(brackets) == Nodes.NONE);
    }

    private void endDeclaration() {
        brackets = Nodes.NONE;
        group = Nodes.NONE;
        declaration = Nodes.NONE;
        assigned = false;
        heads = 0;
        shared.endDeclaration();
        if (alternatives.empty()) {
            nodes.clear();
            groups.clear();
        }
    }

    private void openBrace(int i) {
        strings.end(function, i);
        if (Heads.enumeration(tokens, i)) {
            begin(i);
            brackets = nodes.add(brackets, Nodes.ENUM, i, Nodes.NONE);
            return;
        }
        if (brackets == Nodes.NONE && !assigned) {
            if (Heads.linkage(tokens, i)) {
                endDeclaration();
                return;
            }
            if (heads++ < MOST_HEADS && openFunction(i)) {
                return;
            }
        }
        begin(i);
        brackets = nodes.add(brackets, '{', i, Nodes.NONE);
    }

    private boolean openFunction(int i) {
        Head head = tokens.kind(i - 1) == ';'
                ? RareHeads.oldStyle(tokens, i)
                : Heads.find(tokens, groups, group, declaration, i);
        if (head == null) {
            return false;
        }
        Prototypes.tell(tokens, groups, group, sink);
        function = functions.open(head);
        brackets = nodes.add(Nodes.NONE, Nodes.BODY, i, function);
        for (State other : shared.heads()) {
            Head another = Heads.find(tokens, groups, other.group(), other.declaration(), i);
            if (another != null && another.name() != head.name()) {
                shared.body(functions.open(another), function);
            }
        }
        return true;
    }

    private void closeBrace(int i) {
        strings.end(function, i);
        int at = nodes.brace(brackets);
        if (byColumn && function != Nodes.NONE && Heads.firstColumn(tokens, i)) {
            at = body(at);
        }
        if (at == Nodes.NONE) {
            if (function == Nodes.NONE) {
                endDeclaration();
            }
            return;
        }
        brackets = nodes.parent(at);
        if (nodes.kind(at) == Nodes.BODY) {
            closeFunction(i);
        }
    }

    private int body(int from) {
        int at = nodes.body(from);
        return at == Nodes.NONE || Heads.firstColumn(tokens, nodes.token(at)) ? at : from;
    }

    private void closeFunction(int token) {
        functions.endShared(function, token);
        function = Nodes.NONE;
        endDeclaration();
    }

    private void directive(int i) {
        Directive directive = tokens.directive(i);
        switch (directive) {
            case DEFINE -> sink.define(i);
            case INCLUDE -> sink.include(i);
            case IF, IFDEF, IFNDEF, ELIF, ELIFDEF, ELIFNDEF, ELSE, ENDIF -> {
                strings.end(function, i);
                State now = new State(brackets, group, declaration, function, assigned);
                State next = alternatives.pass(tokens, i, directive, now, this::join);
                brackets = next.brackets();
                group = next.group();
                declaration = next.declaration();
                function = next.function();
                assigned = next.assigned();
            }
            case UNDEF, LINE, PRAGMA, ERROR, WARNING, UNKNOWN -> {}
        }
    }

    private void join(State other, State first, State outer) {
        if (other.function() == Nodes.NONE && other.group() != outer.group()) {
            shared.head(other);
        }
        boolean opened = other.function() != Nodes.NONE && other.function() != outer.function();
        if (!opened || other.function() == first.function()) {
            return;
        }
        if (first.function() == Nodes.NONE) {
            open++;
            functions.end(other.function(), Math.max(0, tokens.count() - 1));
        } else {
            shared.body(other.function(), first.function());
        }
    }
}
