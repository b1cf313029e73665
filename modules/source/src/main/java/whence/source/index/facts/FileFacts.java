package whence.source.index.facts;

import whence.source.c.Kind;
import whence.source.c.LineNumbers;
import whence.source.c.Tokens;
import whence.source.index.table.Hash;
import whence.source.index.table.Ints;
import whence.source.index.table.Pool;
import whence.source.scan.Head;
import whence.source.scan.Scanner;
import whence.source.scan.Sink;

/// Collects what the scanner says of one file, with names and texts as numbers of the tree's pools. Used again for
/// every file of a tree.
public final class FileFacts implements Sink {
    static final int NONE = -1;

    public final Ints functions = new Ints();
    final Ints calls = new Ints();
    final Ints callStarts = new Ints();
    final TextFacts texts;
    final Ints references = new Ints();
    final Ints prototypes = new Ints();
    final Ints includes = new Ints();
    final Ints macroTexts = new Ints();
    final Ints macroCalls = new Ints();
    public final Ints defined = new Ints();
    private final FileNames names;
    private final Pool strings;
    private final Ints rawCalls = new Ints();
    private final Ints candidates = new Ints();
    private final NamedTexts named = new NamedTexts();
    private Tokens tokens;
    private LineNumbers lines;

    /// Ints of one function in [#functions]: name, defined name, line, start line, end line, start, body, end, flags.
    public static final int FUNCTION = 9;

    public FileFacts(Pool names, Pool strings) {
        this.names = new FileNames(names);
        this.strings = strings;
        this.texts = new TextFacts(this.names, strings);
        this.tokens = whence.source.c.Lexer.lex(new byte[0]);
        this.lines = LineNumbers.of(tokens);
    }

    public void read(Tokens fileTokens, LineNumbers fileLines) {
        tokens = fileTokens;
        lines = fileLines;
        names.begin(tokens.bytes());
        restart();
        texts.begin(fileTokens, fileLines);
        Scanner.scan(tokens, this);
        texts.end();
        keepReferences();
        gatherCalls();
        defined.sortDistinct(0);
    }

    @Override
    public void restart() {
        named.clear();
        texts.restart();
        for (Ints column : new Ints[] {
            functions,
            calls,
            callStarts,
            references,
            prototypes,
            includes,
            macroTexts,
            macroCalls,
            defined,
            rawCalls,
            candidates
        }) {
            column.clear();
        }
    }

    @Override
    public void open(int function, Head head) {
        int definedToken = FunctionHeads.definedToken(tokens, head);
        functions.add(name(head.name()));
        functions.add(definedToken == NONE ? NONE : name(definedToken));
        functions.add(lines.line(tokens.start(head.name())));
        functions.add(lines.line(tokens.start(head.declaration())));
        functions.add(0);
        functions.add(tokens.start(head.declaration()));
        functions.add(tokens.start(head.body()));
        functions.add(0);
        functions.add(FunctionHeads.flags(tokens, head));
    }

    @Override
    public void close(int function, int token) {
        functions.set(function * FUNCTION + 4, lines.line(tokens.start(token)));
        functions.set(function * FUNCTION + 7, tokens.end(token));
    }

    @Override
    public void call(int function, int name, boolean field) {
        rawCalls.add(function);
        rawCalls.add((name(name) << 1) | (field ? 1 : 0));
    }

    @Override
    public void reference(int function, int member, int name) {
        candidates.add(function);
        candidates.add(member == NONE ? NONE : name(member));
        candidates.add(name);
    }

    @Override
    public void text(int function, int callee, int argument, int holder, int from, int to) {
        boolean returned = holder != NONE && tokens.is(holder, "return");
        int returning =
                returned && function != NONE ? Holder.of(functions.get(function * FUNCTION), Holder.FUNCTION) : NONE;
        texts.add(function, callee, argument, returned && function == NONE ? NONE : holder, returning, from, to);
    }

    @Override
    public void enumerator(int name) {
        defined.add(Hash.of(tokens.bytes(), tokens.start(name), tokens.end(name)));
    }

    @Override
    public void formatted(int name, int formatArgument, int arguments) {
        prototypes.add(name(name));
        prototypes.add(formatArgument);
        prototypes.add(arguments);
    }

    @Override
    public void include(int directive) {
        Tokens body = tokens.directiveBody(directive);
        if (body.kind(0) == Kind.STRING
                && tokens.bytes()[body.end(0) - 2] == 'c'
                && tokens.bytes()[body.end(0) - 3] == '.') {
            includes.add(strings.intern(tokens.bytes(), body.start(0) + 1, body.end(0) - 1));
            includes.add(lines.line(tokens.start(directive)));
        }
    }

    @Override
    public void define(int directive) {
        MacroHead head = MacroHead.of(tokens.bytes(), tokens.start(directive), tokens.end(directive));
        if (head == null) {
            return;
        }
        byte[] bytes = tokens.bytes();
        defined.add(Hash.of(bytes, head.nameStart(), head.nameEnd()));
        if (!head.worthReading(bytes)) {
            return;
        }
        int name = names.number(head.nameStart(), head.nameEnd());
        MacroBody body = MacroBody.of(bytes, head);
        if (body.hasText()) {
            macroTexts.add(name);
            macroTexts.add(strings.intern(bytes, head.nameEnd(), head.end()));
            macroTexts.add(lines.line(tokens.start(directive)));
            if (!head.parameters()) {
                named.macro(name);
            }
        }
        for (int i = 0; i < body.callees().size(); i += 2) {
            macroCalls.add(name);
            macroCalls.add(names.number(body.callees().get(i), body.callees().get(i + 1)) << 1);
        }
    }

    private int name(int token) {
        return tokens.isSpliced(token)
                ? names.number(tokens.text(token).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                : names.number(tokens.start(token), tokens.end(token));
    }

    /// Keeps what is assigned to a member; of bare arguments only the file's own functions, for nobody can tell the
    /// others from variables.
    private void keepReferences() {
        java.util.Set<Integer> own = new java.util.HashSet<>();
        for (int i = 0; i < functions.size(); i += FUNCTION) {
            own.add(functions.get(i));
        }
        for (int i = 0; i < candidates.size(); i += 3) {
            int token = candidates.get(i + 2);
            boolean member = candidates.get(i + 1) != NONE;
            if (!member && own.isEmpty() && named.isEmpty()) {
                continue;
            }
            int name = name(token);
            if (member || own.contains(name)) {
                references.add(candidates.get(i));
                references.add(candidates.get(i + 1));
                references.add(name);
            } else if (!named.isEmpty() && named.has(name)) {
                namedText(candidates.get(i), token);
            }
        }
    }

    private void namedText(int function, int token) {
        NamedTexts.call(
                tokens,
                token,
                (callee, argument) -> texts.add(function, callee, argument, NONE, NONE, token, token + 1));
    }

    /// Calls by function, each callee once.
    private void gatherCalls() {
        int count = functions.size() / FUNCTION;
        int[] starts = new int[count + 1];
        for (int i = 0; i < rawCalls.size(); i += 2) {
            starts[rawCalls.get(i) + 1]++;
        }
        for (int i = 0; i < count; i++) {
            starts[i + 1] += starts[i];
        }
        int[] sorted = new int[rawCalls.size() / 2];
        int[] next = java.util.Arrays.copyOf(starts, count);
        for (int i = 0; i < rawCalls.size(); i += 2) {
            sorted[next[rawCalls.get(i)]++] = rawCalls.get(i + 1);
        }
        for (int function = 0; function < count; function++) {
            callStarts.add(calls.size());
            int from = calls.size();
            for (int i = starts[function]; i < starts[function + 1]; i++) {
                calls.add(sorted[i]);
            }
            calls.sortDistinct(from);
        }
        callStarts.add(calls.size());
    }
}
