package whence.branches.versions;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import whence.source.Function;
import whence.source.SourceFile;
import whence.source.SourceTree;

/// The lines of a function with their numbers.
record FunctionLines(List<String> texts, List<Integer> numbers) {

    static FunctionLines of(SourceTree tree, Function function) {
        SourceFile file = tree.file(function);
        byte[] bytes = file.bytes();
        List<String> texts = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        int at = Math.min(function.start(), bytes.length);
        while (at > 0 && bytes[at - 1] != '\n') {
            at--;
        }
        while (at < Math.min(function.end(), bytes.length)) {
            int end = at;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            int stop = end > at && bytes[end - 1] == '\r' ? end - 1 : end;
            texts.add(new String(bytes, at, stop - at, StandardCharsets.UTF_8));
            numbers.add(file.lines().line(at));
            at = end + 1;
        }
        return new FunctionLines(List.copyOf(texts), List.copyOf(numbers));
    }

    /// What of each line counts.
    List<String> keys(VersionDiff.Ignoring ignoring) {
        List<String> keys = new ArrayList<>();
        boolean comment = false;
        for (String text : texts) {
            String key = text;
            if (ignoring.comments()) {
                StringBuilder plain = new StringBuilder();
                comment = strip(text, comment, plain);
                key = plain.toString();
            }
            keys.add(ignoring.blanks() ? key.replaceAll("\\s+", "") : key);
        }
        return keys;
    }

    /// Copies what stands outside comments; gives whether the line ends inside one.
    private static boolean strip(String text, boolean inside, StringBuilder plain) {
        boolean comment = inside;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
            if (comment) {
                if (c == '*' && next == '/') {
                    comment = false;
                    i++;
                }
            } else if (quote != 0) {
                plain.append(c);
                quote = c == quote ? 0 : quote;
            } else if (c == '/' && next == '*') {
                comment = true;
                i++;
            } else if (c == '/' && next == '/') {
                return false;
            } else {
                quote = c == '"' || c == '\'' ? c : 0;
                plain.append(c);
            }
        }
        return comment;
    }
}
