package whence.branches.syntax;

import java.util.ArrayList;
import java.util.List;

/// Brackets in a list of tokens.
public final class Brackets {
    private Brackets() {}

    /// Index of the bracket that closes the one at `open`; the size of the list where nothing does.
    public static int close(List<Tok> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += step(tokens.get(i));
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }

    /// 1 for an opening bracket, -1 for a closing one, 0 for anything else.
    static int step(Tok tok) {
        return switch (tok.kind()) {
            case '(', '[', '{' -> 1;
            case ')', ']', '}' -> -1;
            default -> 0;
        };
    }

    /// The pieces between the commas that stand in no bracket; no pieces for no tokens.
    public static List<List<Tok>> pieces(List<Tok> tokens) {
        List<List<Tok>> pieces = new ArrayList<>();
        if (tokens.isEmpty()) {
            return pieces;
        }
        int depth = 0;
        int start = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += step(tokens.get(i));
            if (depth == 0 && tokens.get(i).is(',')) {
                pieces.add(tokens.subList(start, i));
                start = i + 1;
            }
        }
        pieces.add(tokens.subList(start, tokens.size()));
        return pieces;
    }

    /// The text of tokens as people write it, blanks and comments made even.
    public static String text(List<Tok> tokens) {
        return Spelling.of(tokens);
    }
}
