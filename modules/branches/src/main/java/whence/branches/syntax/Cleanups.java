package whence.branches.syntax;

import java.util.List;
import java.util.Set;
import whence.source.c.Kind;

/// Attributes behind the name of a variable. `__free(kfree)` and its kin call something whenever the variable's scope
/// ends, on every way out; so may a word of which nothing is known.
final class Cleanups {
    private static final Set<String> CALLING = Set.of("cleanup", "__cleanup__", "__cleanup", "__free");

    private Cleanups() {}

    /// Whether a declared variable may be cleaned up when its scope ends.
    ///
    /// @param name index of its name
    static boolean in(List<Tok> head, int name) {
        for (int i = 0; i < head.size(); i++) {
            if (CALLING.contains(head.get(i).text()) || (i > name && behind(head, name, i) && !dunder(head.get(i)))) {
                return true;
            }
        }
        return false;
    }

    /// Whether a word behind a name is an attribute: the third of three plain words (`int held released`, `foo_t held
    /// released`), or one that begins with underscores.
    ///
    /// @param last index of the name so far; -1 where there is none
    static boolean behind(List<Tok> head, int last, int at) {
        if (last < 0 || head.get(at).kind() != Kind.IDENTIFIER) {
            return false;
        }
        return dunder(head.get(at))
                || (at == last + 1 && last > 0 && !dunder(head.get(last)) && typed(head.get(last - 1), head, last));
    }

    private static boolean dunder(Tok tok) {
        return tok.text().startsWith("__");
    }

    /// Whether what stands before a name is its type.
    private static boolean typed(Tok before, List<Tok> head, int name) {
        boolean tagged = name > 1 && TypeName.tag(head.get(name - 2).text());
        boolean plain = before.kind() == Kind.IDENTIFIER
                && !TypeName.tag(before.text())
                && !TypeName.qualifier(before.text())
                && !dunder(before);
        return tagged || before.is('*') || plain;
    }
}
