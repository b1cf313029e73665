package whence.branches.syntax;

import java.util.ArrayList;
import java.util.List;
import whence.source.c.Kind;

/// Declarations inside a function.
final class Declarations {
    private Declarations() {}

    /// Whether a declaration begins at the cursor: a type word, or two words in a row with at most stars between.
    static boolean begins(Cursor in) {
        Tok first = in.peek();
        if (first.is("__label__") || first.is("typedef") || first.is("_Static_assert")) {
            return true;
        }
        if (TypeName.begins(first.text())) {
            return true;
        }
        int open = 1;
        while (TypeName.qualifier(in.peek(open).text())) {
            open++;
        }
        boolean inBrackets = in.peek(open).is('(') && pointed(in.peek(open + 1));
        if (TypeName.looksLikeType(first.text()) && inBrackets) {
            return true;
        }
        int at = 1;
        while (in.peek(at).is('*') || TypeName.qualifier(in.peek(at).text())) {
            at++;
        }
        if (!in.isWord(at)
                || (at > 1
                        && TypeName.looksLikeType(first.text())
                        && in.peek(at).kind() != Kind.IDENTIFIER)) {
            return false;
        }
        Tok behind = in.peek(at + 1);
        boolean ends = behind.is('=') || behind.is(';') || behind.is(',') || behind.is('[') || behind.is(':');
        return ends || (at == 1 && behind.kind() == Kind.IDENTIFIER) || (at == 1 && behind.is('('));
    }

    static Stmt read(Cursor in, int line, StmtParser statements) throws Cursor.Unreadable {
        int end = end(in);
        List<Tok> tokens = in.tokens.subList(in.at, end);
        for (Tok tok : tokens) {
            if (tok.kind() == Kind.DIRECTIVE) {
                Groups.refuse(new Cursor(in.tokens, in.at, end));
            }
        }
        in.at = Math.min(end + 1, in.to);
        if (tokens.getFirst().is("typedef")
                || tokens.getFirst().is("__label__")
                || tokens.getFirst().is("_Static_assert")) {
            return new Stmt.Empty(line);
        }
        return new Stmt.Declare(line, declarators(tokens, line, statements));
    }

    private static int end(Cursor in) throws Cursor.Unreadable {
        int depth = 0;
        for (int i = in.at; i < in.to; i++) {
            depth += Brackets.step(in.tokens.get(i));
            if (depth == 0 && in.tokens.get(i).is(';')) {
                return i;
            }
        }
        throw new Cursor.Unreadable("a declaration without an end", in.line());
    }

    private static List<Stmt.Declarator> declarators(List<Tok> tokens, int line, StmtParser statements)
            throws Cursor.Unreadable {
        List<Stmt.Declarator> found = new ArrayList<>();
        List<Tok> specifiers = List.of();
        boolean isStatic = tokens.stream().anyMatch(tok -> tok.is("static") || tok.is("extern"));
        for (List<Tok> piece : Brackets.pieces(tokens)) {
            int assign = assign(piece);
            List<Tok> head = piece.subList(0, assign);
            int name = name(head);
            if (name < 0) {
                if (found.isEmpty() && assign == piece.size()) {
                    return found;
                }
                throw new Cursor.Unreadable("a declaration without a name", line);
            }
            if (found.isEmpty()) {
                specifiers = specifiers(head, name);
            }
            Expr value = assign < piece.size() ? value(piece, assign, statements) : null;
            TypeName type = type(specifiers, head, name, found.isEmpty());
            boolean cleanedUp = Cleanups.in(head, name);
            found.add(new Stmt.Declarator(
                    head.get(name).line(), head.get(name).text(), type, isStatic, cleanedUp, value));
        }
        return found;
    }

    private static int assign(List<Tok> piece) {
        int depth = 0;
        for (int i = 0; i < piece.size(); i++) {
            depth += Brackets.step(piece.get(i));
            if (depth == 0 && piece.get(i).is('=')) {
                return i;
            }
        }
        return piece.size();
    }

    private static Expr value(List<Tok> piece, int assign, StmtParser statements) {
        List<Tok> tokens = piece.subList(assign + 1, piece.size());
        Expr read = statements.expression(tokens);
        return read != null ? read : new Expr.Opaque(List.copyOf(tokens), Spelling.of(tokens));
    }

    /// Index of the declared name: the word in `(*name)(…)`, else the last word that no attribute's bracket
    /// follows.
    private static int name(List<Tok> head) {
        int last = -1;
        int i = 0;
        while (i < head.size()) {
            Tok tok = head.get(i);
            if (tok.is('(') && i > 0 && i + 1 < head.size() && pointed(head.get(i + 1))) {
                return pointerName(head, i);
            }
            if (Brackets.step(tok) > 0) {
                i = Brackets.close(head, i) + 1;
                continue;
            }
            boolean attribute =
                    i + 1 < head.size() && head.get(i + 1).is('(') && tok.text().startsWith("_");
            boolean tagged = i > 0 && TypeName.tag(head.get(i - 1).text());
            boolean word = tok.kind() == Kind.IDENTIFIER && !TypeName.begins(tok.text());
            if (tok.is(':') && last >= 0) {
                break;
            }
            if (word && !attribute && !tagged && !Cleanups.behind(head, last, i)) {
                last = i;
            }
            i++;
        }
        return last;
    }

    private static boolean pointed(Tok tok) {
        return tok.is('*') || TypeName.qualifier(tok.text());
    }

    private static int pointerName(List<Tok> head, int open) {
        int close = Brackets.close(head, open);
        for (int i = open + 1; i < close && i < head.size(); i++) {
            if (head.get(i).kind() == Kind.IDENTIFIER
                    && !TypeName.qualifier(head.get(i).text())) {
                return i;
            }
        }
        return -1;
    }

    private static List<Tok> specifiers(List<Tok> head, int name) {
        List<Tok> words = new ArrayList<>();
        for (Tok tok : head.subList(0, name)) {
            if (tok.is('*') || tok.is('(')) {
                break;
            }
            words.add(tok);
        }
        return words;
    }

    private static TypeName type(List<Tok> specifiers, List<Tok> head, int name, boolean first) {
        boolean function = name > 0
                && head.subList(0, name).stream().anyMatch(tok -> tok.is('('))
                && head.subList(0, name).stream().noneMatch(tok -> TypeName.typeOf(tok.text()));
        if (function) {
            return new TypeName("()", 1, List.of());
        }
        List<Tok> all = new ArrayList<>(first ? List.of() : specifiers);
        all.addAll(head.subList(0, name));
        for (int i = name + 1; i < head.size() && head.get(i).is('['); i = Brackets.close(head, i) + 1) {
            all.addAll(head.subList(i, Math.min(Brackets.close(head, i) + 1, head.size())));
        }
        return TypeName.of(all);
    }
}
