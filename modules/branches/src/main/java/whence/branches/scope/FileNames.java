package whence.branches.scope;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.branches.syntax.FunctionText;
import whence.branches.syntax.MacroText;
import whence.branches.syntax.Tok;
import whence.branches.syntax.TypeName;
import whence.source.Function;
import whence.source.SourceFile;
import whence.source.c.Directive;
import whence.source.c.Kind;
import whence.source.c.Tokens;

/// The names one file defines. Built in one pass over its tokens; what a name stands for is read when somebody
/// asks.
final class FileNames {
    private final SourceFile file;
    private final Map<String, List<Integer>> macros = new HashMap<>();
    private final Map<String, List<Integer>> tags = new HashMap<>();
    private final Map<String, Integer> typedefs = new HashMap<>();
    private final Map<String, Integer> enumerators = new HashMap<>();
    private final Set<String> declared = new HashSet<>();
    private final Set<String> prototypes = new HashSet<>();
    /// Declared with a type before the name, so that they are no use of a macro.
    private final Set<String> plain = new HashSet<>();
    private final List<String> includes = new ArrayList<>();
    private final Map<String, List<Function>> functions = new HashMap<>();

    FileNames(SourceFile file) {
        this.file = file;
        Tokens tokens = file.tokens();
        int depth = 0;
        int brackets = 0;
        for (int i = 0; i < tokens.count(); i++) {
            switch (tokens.kind(i)) {
                case Kind.DIRECTIVE -> directive(tokens, i);
                case '{' -> depth++;
                case '}' -> depth = Math.max(0, depth - 1);
                case '(' -> brackets++;
                case ')' -> brackets = Math.max(0, brackets - 1);
                case Kind.IDENTIFIER -> {
                    word(tokens, i, depth);
                    if (depth == 0 && brackets == 0 && typed(tokens, i)) {
                        plain.add(tokens.text(i));
                    }
                }
                default -> {}
            }
        }
        file.functions()
                .forEach(each -> functions
                        .computeIfAbsent(each.name(), absent -> new ArrayList<>())
                        .add(each));
    }

    /// `extern int x;`, `bool f(int);`: a type stands before the name, and what ends or follows a declarator behind it.
    private static boolean typed(Tokens tokens, int i) {
        int behind = tokens.kind(i + 1);
        boolean declarator = behind == ';' || behind == '=' || behind == '[' || behind == '(';
        boolean type = i > 0
                && (tokens.kind(i - 1) == '*' || tokens.kind(i - 1) == Kind.IDENTIFIER)
                && !tokens.is(i - 1, "static")
                && !tokens.is(i - 1, "extern")
                && !tokens.is(i - 1, "inline");
        return declarator && type;
    }

    private void directive(Tokens tokens, int i) {
        Directive kind = tokens.directive(i);
        if (kind == Directive.DEFINE) {
            Tokens body = tokens.directiveBody(i);
            if (body.count() > 0) {
                macros.computeIfAbsent(body.text(0), absent -> new ArrayList<>())
                        .add(i);
            }
        } else if (kind == Directive.INCLUDE) {
            Tokens body = tokens.directiveBody(i);
            if (body.count() > 0) {
                includes.add(body.raw(0, body.count()).strip());
            }
        }
    }

    private void word(Tokens tokens, int i, int depth) {
        if (depth == 0 && tokens.kind(i + 1) == '(') {
            declared.add(tokens.text(i));
            prototype(tokens, i);
        }
        boolean tagged = tokens.is(i, "struct") || tokens.is(i, "union") || tokens.is(i, "enum");
        if (tagged) {
            int brace = tokens.kind(i + 1) == '{' ? i + 1 : tokens.kind(i + 2) == '{' ? i + 2 : -1;
            if (brace > i + 1) {
                tags.computeIfAbsent(tokens.text(i) + " " + tokens.text(i + 1), absent -> new ArrayList<>())
                        .add(brace);
            }
            if (brace > 0 && tokens.is(i, "enum")) {
                enumeration(tokens, brace);
            }
        } else if (tokens.is(i, "typedef")) {
            int end = statementEnd(tokens, i);
            for (int at = end - 1; at > i; at--) {
                if (tokens.kind(at) == Kind.IDENTIFIER) {
                    typedefs.putIfAbsent(tokens.text(at), i);
                    break;
                }
            }
        }
    }

    /// A declaration without a body says that the function may be defined elsewhere.
    private void prototype(Tokens tokens, int name) {
        int depth = 0;
        for (int i = name + 1; i < Math.min(tokens.count(), name + 400); i++) {
            int kind = tokens.kind(i);
            depth += kind == '(' ? 1 : kind == ')' ? -1 : 0;
            if (depth == 0) {
                if (tokens.kind(i + 1) != '{' && !isStatic(tokens, name)) {
                    prototypes.add(tokens.text(name));
                }
                return;
            }
        }
    }

    private static boolean isStatic(Tokens tokens, int name) {
        for (int i = name - 1; i >= Math.max(0, name - 12); i--) {
            int kind = tokens.kind(i);
            if (kind == ';' || kind == '}' || kind == Kind.DIRECTIVE) {
                return false;
            }
            if (tokens.is(i, "static")) {
                return true;
            }
        }
        return false;
    }

    /// Whether a static function of this file is named in this one body only, and there only to be called. Bodies
    /// of other system calls do not count: nothing in the kernel calls those
    /// (Documentation/process/adding-syscalls.rst).
    boolean callsAlone(FunctionText caller, String callee) {
        List<Function> definitions = functions.getOrDefault(callee, List.of());
        if (definitions.isEmpty() || !definitions.stream().allMatch(Function::isStatic)) {
            return false;
        }
        Tokens tokens = file.tokens();
        int depth = 0;
        for (int i = 0; i < tokens.count(); i++) {
            int kind = tokens.kind(i);
            depth += kind == '{' ? 1 : kind == '}' && depth > 0 ? -1 : 0;
            if (kind == Kind.DIRECTIVE && names(tokens.directiveBody(i), callee)) {
                return false;
            }
            if (kind == Kind.IDENTIFIER && tokens.is(i, callee) && !calledOrDeclared(i, depth, caller)) {
                return false;
            }
        }
        return true;
    }

    private boolean calledOrDeclared(int token, int depth, FunctionText caller) {
        int line = file.lines().line(file.tokens().start(token));
        boolean inCaller = line >= caller.startLine() && line <= caller.endLine();
        boolean allowed = inCaller
                || depth == 0
                || file.functionAt(line).map(Function::isSyscall).orElse(false);
        return allowed && file.tokens().kind(token + 1) == '(';
    }

    private static boolean names(Tokens body, String name) {
        for (int i = 0; i < body.count(); i++) {
            if (body.is(i, name)) {
                return true;
            }
        }
        return false;
    }

    boolean hasPrototype(String name) {
        return prototypes.contains(name);
    }

    private static int statementEnd(Tokens tokens, int from) {
        int depth = 0;
        for (int i = from; i < Math.min(tokens.count(), from + 4000); i++) {
            int kind = tokens.kind(i);
            depth += kind == '{' || kind == '(' ? 1 : kind == '}' || kind == ')' ? -1 : 0;
            if (kind == ';' && depth <= 0) {
                return i;
            }
        }
        return from;
    }

    private void enumeration(Tokens tokens, int brace) {
        boolean begins = true;
        int depth = 0;
        for (int i = brace; i < tokens.count(); i++) {
            int kind = tokens.kind(i);
            depth += kind == '{' || kind == '(' ? 1 : kind == '}' || kind == ')' ? -1 : 0;
            if (depth == 0) {
                return;
            }
            if (depth == 1 && begins && kind == Kind.IDENTIFIER) {
                enumerators.putIfAbsent(tokens.text(i), brace);
                begins = false;
            }
            begins |= depth == 1 && (kind == ',' || kind == '{');
        }
    }

    List<String> includes() {
        return includes;
    }

    /// Whether a function or variable of this name is declared, whatever macros there are.
    boolean declaresPlainly(String name) {
        return plain.contains(name);
    }

    boolean declares(String name) {
        return declared.contains(name);
    }

    List<MacroText> macros(String name) {
        List<MacroText> found = new ArrayList<>();
        for (int at : macros.getOrDefault(name, List.of())) {
            found.add(MacroReader.read(file.tokens().directiveBody(at)));
        }
        return found;
    }

    List<FunctionText> functions(String name) {
        return functions.getOrDefault(name, List.of()).stream()
                .map(each -> FunctionReader.read(file, each))
                .toList();
    }

    /// From `{` to the `;` behind the definition; null where several definitions differ or there is none.
    @Nullable
    List<Tok> members(String tagged) {
        List<Integer> found = tags.getOrDefault(tagged, List.of());
        if (found.size() != 1) {
            return null;
        }
        int brace = found.getFirst();
        return FunctionReader.tokens(file, brace, statementEnd(file.tokens(), brace));
    }

    @Nullable
    TypeName typedef(String name) {
        Integer at = typedefs.get(name);
        if (at == null) {
            return null;
        }
        int end = statementEnd(file.tokens(), at);
        List<Tok> tokens = FunctionReader.tokens(file, at + 1, end);
        List<Tok> without = new ArrayList<>();
        for (Tok tok : tokens) {
            if (tok.is('(')) {
                return new TypeName("()", 1, List.of());
            }
            if (tok.is('{')) {
                return null;
            }
            if (!tok.is(name)) {
                without.add(tok);
            }
        }
        return TypeName.of(without);
    }

    /// Counts through the enumeration an enumerator stands in; empty where a value on the way is not known.
    OptionalLong enumerator(String name, TreeScope scope) {
        Integer brace = enumerators.get(name);
        return brace == null
                ? OptionalLong.empty()
                : Enumerations.value(
                        FunctionReader.tokens(file, brace, statementEnd(file.tokens(), brace)), name, scope);
    }

    boolean hasEnumerator(String name) {
        return enumerators.containsKey(name);
    }
}
