package whence.branches.scope;

import java.util.List;
import java.util.OptionalLong;
import whence.branches.syntax.Brackets;
import whence.branches.syntax.Tok;
import whence.source.c.Kind;

/// Values of enumerators, counted through their enumeration.
final class Enumerations {
    private Enumerations() {}

    static OptionalLong value(List<Tok> tokens, String name, TreeScope scope) {
        int close = Brackets.close(tokens, 0);
        long next = 0;
        boolean known = true;
        for (List<Tok> piece : Brackets.pieces(tokens.subList(1, Math.min(close, tokens.size())))) {
            if (piece.stream()
                    .anyMatch(tok ->
                            tok.kind() == Kind.DIRECTIVE && tok.directive().conditional())) {
                known = false; // what is counted depends on the configuration
            }
            List<Tok> plain =
                    piece.stream().filter(tok -> tok.kind() != Kind.DIRECTIVE).toList();
            if (plain.isEmpty()) {
                continue;
            }
            if (plain.size() > 1 && plain.get(1).is('(')) {
                return OptionalLong.empty(); // a macro that makes enumerators
            }
            if (plain.size() > 2 && plain.get(1).is('=')) {
                OptionalLong given = scope.types().constant(plain.subList(2, plain.size()));
                known = given.isPresent();
                next = given.orElse(0);
            }
            if (plain.getFirst().is(name)) {
                return known ? OptionalLong.of(next) : OptionalLong.empty();
            }
            next++;
        }
        return OptionalLong.empty();
    }
}
