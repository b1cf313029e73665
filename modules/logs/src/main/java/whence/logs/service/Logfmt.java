package whence.logs.service;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// `time="…" level=error msg="…" key=value`.
final class Logfmt {
    private static final int MOST_FIELDS = 200;

    private Logfmt() {}

    /// A text in double quotes and where it ends, behind the closing quote.
    record Quoted(String text, int end) {}

    static Optional<ServiceLine> of(String message) {
        boolean starts = message.startsWith("time=") || message.startsWith("ts=") || message.startsWith("level=");
        if (!starts) {
            return Optional.empty();
        }
        ServiceLine line = ServiceLine.of(fields(message));
        return line.level().isEmpty() ? Optional.empty() : Optional.of(line);
    }

    static Map<String, String> fields(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        int at = 0;
        while (at < text.length() && fields.size() < MOST_FIELDS) {
            int equals = text.indexOf('=', at);
            if (equals < 0) {
                break;
            }
            String name = text.substring(at, equals).strip();
            if (equals + 1 < text.length() && text.charAt(equals + 1) == '"') {
                Quoted value = quoted(text, equals + 1);
                fields.put(name, value.text());
                at = value.end();
            } else {
                int blank = text.indexOf(' ', equals);
                int end = blank < 0 ? text.length() : blank;
                fields.put(name, text.substring(equals + 1, end));
                at = end;
            }
        }
        return fields;
    }

    /// The text in quotes that starts at `open`; without a closing quote, the rest.
    static Quoted quoted(String text, int open) {
        StringBuilder plain = new StringBuilder();
        int at = open + 1;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            plain.append(text.charAt(at++));
        }
        return new Quoted(plain.toString(), Math.min(at + 1, text.length()));
    }
}
