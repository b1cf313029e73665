package whence.logs.service;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `E1120 22:53:49.826484    1234 kubelet.go:2345] "text" key="value"`: level, month and day, time, thread, place.
final class KlogLine {
    private static final Pattern HEAD = Pattern.compile(
            "([IWEF])(\\d{4} \\d\\d:\\d\\d:\\d\\d\\.\\d{6}) +(\\d+) ([\\w./-]+:\\d+)\\] (.*)", Pattern.DOTALL);

    private KlogLine() {}

    static Optional<ServiceLine> of(String message) {
        Matcher head = HEAD.matcher(message);
        if (!head.matches()) {
            return Optional.empty();
        }
        String level = switch (head.group(1)) {
            case "I" -> "info";
            case "W" -> "warning";
            case "E" -> "error";
            default -> "fatal";
        };
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("thread", head.group(3));
        fields.put("place", head.group(4));
        String text = head.group(5);
        if (text.startsWith("\"")) {
            Logfmt.Quoted quoted = Logfmt.quoted(text, 0);
            fields.putAll(Logfmt.fields(text.substring(quoted.end())));
            text = quoted.text();
        }
        return Optional.of(new ServiceLine(level, head.group(2), text, fields));
    }
}
