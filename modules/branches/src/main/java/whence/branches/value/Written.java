package whence.branches.value;

import java.util.ArrayList;
import java.util.List;
import whence.branches.syntax.Brackets;
import whence.branches.syntax.Tok;
import whence.source.c.Kind;

/// How the declaration of a member is written: where its name, its width and the members of its own stand.
final class Written {
    private Written() {}

    /// Where the members of a member of its own begin; -1 where it has none.
    static int brace(List<Tok> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is('{')) {
                return i;
            }
        }
        return -1;
    }

    /// The first name that is no attribute, behind the brace of a nested member; -1 for a nameless one.
    static int firstName(List<Tok> behind) {
        for (int i = 0; i < behind.size(); i++) {
            Tok tok = behind.get(i);
            if (tok.kind() == Kind.IDENTIFIER
                    && !tok.text().startsWith("__attribute")
                    && !tok.is("__packed")
                    && !tok.is("__aligned")) {
                return i;
            }
            i = tok.is('(') ? Brackets.close(behind, i) : i;
        }
        return -1;
    }

    /// Whether it points to a function.
    static boolean function(List<Tok> piece) {
        for (int i = 0; i + 1 < piece.size(); i++) {
            if (piece.get(i).is('(') && piece.get(i + 1).is('*')) {
                return true;
            }
        }
        return false;
    }

    /// The name of a pointer to a function.
    static String pointerName(List<Tok> piece) {
        for (int i = 0; i + 2 < piece.size(); i++) {
            if (piece.get(i).is('(') && piece.get(i + 1).is('*')) {
                return piece.get(i + 2).text();
            }
        }
        return "";
    }

    /// Where the width of a bit field begins; -1 where it is none.
    static int colon(List<Tok> piece) {
        for (int i = 0; i < piece.size(); i++) {
            if (piece.get(i).is(':')) {
                return i;
            }
        }
        return -1;
    }

    /// The name that a plain member declares; -1 where none is found.
    static int lastName(List<Tok> head) {
        int last = -1;
        for (int i = 0; i < head.size(); i++) {
            Tok tok = head.get(i);
            boolean attribute = tok.text().startsWith("__attribute") || tok.is("__aligned") || tok.is("__packed");
            if (tok.is('[') || tok.is('(')) {
                i = Brackets.close(head, i);
            } else if (tok.kind() == Kind.IDENTIFIER
                    && !attribute
                    && !(last > 0 && tok.text().startsWith("__"))) {
                last = i;
            }
        }
        return last;
    }

    /// The words of the type that several members of one declaration share.
    static List<Tok> specifiers(List<Tok> head, int name) {
        List<Tok> words = new ArrayList<>();
        for (Tok tok : head.subList(0, name)) {
            if (tok.is('*')) {
                break;
            }
            words.add(tok);
        }
        return words;
    }
}
