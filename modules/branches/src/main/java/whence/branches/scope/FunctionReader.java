package whence.branches.scope;

import java.util.ArrayList;
import java.util.List;
import whence.branches.syntax.Brackets;
import whence.branches.syntax.FunctionText;
import whence.branches.syntax.Preprocessed;
import whence.branches.syntax.Tok;
import whence.branches.syntax.TypeName;
import whence.source.Function;
import whence.source.SourceFile;
import whence.source.c.Kind;

/// Takes a function out of its file: its head read, its body as tokens.
public final class FunctionReader {
    private FunctionReader() {}

    static List<Tok> tokens(SourceFile file, int from, int to) {
        return Preprocessed.tokens(file.tokens(), file.lines(), from, to);
    }

    /// Reads one function of a file of a tree; what its head leaves out or hides in a macro is empty or unknown.
    public static FunctionText read(SourceFile file, Function function) {
        int body = file.bodyToken(function);
        List<Tok> head = tokens(file, file.tokens().at(function.start()), body).stream()
                .filter(tok -> tok.kind() != Kind.DIRECTIVE)
                .toList();
        boolean inline = head.stream().anyMatch(tok -> tok.text().endsWith("inline") || tok.is("__inline__"));
        int open = parameters(head, function);
        List<Tok> inside =
                open < 0 ? List.of() : head.subList(open + 1, Math.min(Brackets.close(head, open), head.size()));
        boolean syscall = function.isSyscall();
        return new FunctionText(
                function.name(),
                function.statedFile(),
                function.startLine(),
                function.endLine(),
                syscall ? new TypeName("long", 0, List.of()) : returns(head, open),
                syscall ? pairs(inside) : plain(inside),
                function.isStatic(),
                inline,
                tokens(file, body, file.endToken(function)));
    }

    private static int parameters(List<Tok> head, Function function) {
        String bare = function.name().replaceFirst("\\(.*", "");
        for (int i = 0; i + 1 < head.size(); i++) {
            if (head.get(i).is(bare) && head.get(i + 1).is('(')) {
                return i + 1;
            }
        }
        return -1;
    }

    private static TypeName returns(List<Tok> head, int open) {
        if (open < 1) {
            return TypeName.UNKNOWN;
        }
        List<Tok> words = new ArrayList<>();
        for (Tok tok : head.subList(0, open - 1)) {
            if (!tok.text().startsWith("__")
                    || tok.text().matches("__(u|s|be|le)(8|16|32|64)|__poll_t|__wsum|__sum16")) {
                words.add(tok);
            }
        }
        return TypeName.of(words);
    }

    private static List<FunctionText.Parameter> plain(List<Tok> inside) {
        List<FunctionText.Parameter> parameters = new ArrayList<>();
        for (List<Tok> piece : Brackets.pieces(inside)) {
            if (piece.size() == 1 && piece.getFirst().is("void")) {
                continue;
            }
            parameters.add(parameter(piece));
        }
        return List.copyOf(parameters);
    }

    private static FunctionText.Parameter parameter(List<Tok> piece) {
        for (int i = 0; i + 2 < piece.size(); i++) {
            if (piece.get(i).is('(') && piece.get(i + 1).is('*')) {
                return new FunctionText.Parameter(piece.get(i + 2).text(), new TypeName("()", 1, List.of()));
            }
        }
        int name = -1;
        int words = 0;
        for (int i = 0; i < piece.size() && !piece.get(i).is('['); i++) {
            boolean word = piece.get(i).kind() == Kind.IDENTIFIER
                    && !piece.get(i).text().startsWith("__");
            name = word ? i : name;
            words += word ? 1 : 0;
        }
        if (words < 2 && !(name > 0)) {
            return new FunctionText.Parameter("", TypeName.of(piece));
        }
        List<Tok> type = new ArrayList<>(piece.subList(0, name));
        boolean array = name + 1 < piece.size() && piece.get(name + 1).is('[');
        TypeName spelled = TypeName.of(type);
        return new FunctionText.Parameter(piece.get(name).text(), array ? spelled.pointer() : spelled);
    }

    /// `SYSCALL_DEFINE3(name, type, name, …)`.
    private static List<FunctionText.Parameter> pairs(List<Tok> inside) {
        List<List<Tok>> pieces = Brackets.pieces(inside);
        List<FunctionText.Parameter> parameters = new ArrayList<>();
        for (int i = 1; i + 1 < pieces.size(); i += 2) {
            String name = pieces.get(i + 1).isEmpty()
                    ? ""
                    : pieces.get(i + 1).getLast().text();
            parameters.add(new FunctionText.Parameter(name, TypeName.of(pieces.get(i))));
        }
        return List.copyOf(parameters);
    }
}
