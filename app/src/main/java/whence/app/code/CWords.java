package whence.app.code;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/// Cuts a line of C into runs to colour. For the eye only: what is concluded comes from the real lexer.
final class CWords {
    private static final Set<String> KEYWORDS = Set.of(
            "auto",
            "bool",
            "break",
            "case",
            "char",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extern",
            "float",
            "for",
            "goto",
            "if",
            "inline",
            "int",
            "long",
            "register",
            "return",
            "short",
            "signed",
            "sizeof",
            "static",
            "struct",
            "switch",
            "typedef",
            "union",
            "unsigned",
            "void",
            "volatile",
            "while");

    private CWords() {}

    /// A run of characters with one colour.
    record Word(int length, String style) {}

    /// Which lines begin inside a block comment.
    static BitSet startsInComment(List<String> lines) {
        BitSet starts = new BitSet(lines.size());
        boolean inside = false;
        for (int i = 0; i < lines.size(); i++) {
            starts.set(i, inside);
            inside = new Scan(lines.get(i), inside).end();
        }
        return starts;
    }

    static List<Word> words(String line, boolean inComment) {
        Scan scan = new Scan(line, inComment);
        scan.end();
        return scan.words;
    }

    private static final class Scan {
        private final String line;
        private final List<Word> words = new ArrayList<>();
        private boolean inComment;
        private int at;

        Scan(String line, boolean inComment) {
            this.line = line;
            this.inComment = inComment;
        }

        /// Scans to the end and says whether a comment is still open there.
        boolean end() {
            if (!inComment && line.stripLeading().startsWith("#")) {
                directive();
            }
            while (at < line.length()) {
                next();
            }
            return inComment;
        }

        private void directive() {
            int hash = line.indexOf('#');
            int end = hash + 1;
            while (end < line.length() && (Character.isLetter(line.charAt(end)) || line.charAt(end) == ' ')) {
                end++;
                if (end < line.length() && line.charAt(end) == ' ' && Character.isLetter(line.charAt(end - 1))) {
                    break;
                }
            }
            take(end, "macro");
        }

        private void next() {
            char c = line.charAt(at);
            if (inComment) {
                comment(at);
            } else if (line.startsWith("/*", at)) {
                inComment = true;
                comment(at + 2);
            } else if (line.startsWith("//", at)) {
                take(line.length(), "comment");
            } else if (c == '"' || c == '\'') {
                take(closing(c), "string");
            } else if (Character.isLetter(c) || c == '_') {
                word();
            } else {
                take(Character.isDigit(c) ? wordEnd() : at + 1, Character.isDigit(c) ? "number" : "");
            }
        }

        private void comment(int from) {
            int close = line.indexOf("*/", from);
            inComment = close < 0;
            take(close < 0 ? line.length() : close + 2, "comment");
        }

        private int closing(char quote) {
            for (int i = at + 1; i < line.length(); i++) {
                if (line.charAt(i) == '\\') {
                    i++;
                } else if (line.charAt(i) == quote) {
                    return i + 1;
                }
            }
            return line.length();
        }

        private void word() {
            int end = wordEnd();
            String word = line.substring(at, end);
            take(end, KEYWORDS.contains(word) ? "keyword" : isConstant(word) ? "macro" : "");
        }

        private int wordEnd() {
            int end = at;
            while (end < line.length() && (Character.isLetterOrDigit(line.charAt(end)) || line.charAt(end) == '_')) {
                end++;
            }
            return end;
        }

        private static boolean isConstant(String word) {
            return word.length() > 2 && word.chars().noneMatch(Character::isLowerCase);
        }

        private void take(int end, String style) {
            int to = Math.max(at + 1, Math.min(end, line.length()));
            if (to > at) {
                words.add(new Word(Math.min(to, line.length()) - at, style));
            }
            at = to;
        }
    }
}
