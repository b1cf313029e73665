package whence.logs.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import whence.timeline.Detail;

/// What a service wrote into its own message, in one of the shapes that many of them share: klog (kubelet), logfmt
/// (containerd), a JSON object.
///
/// @param level `error`, `warning`, `info` and so on, in lower case; empty where it is not said
/// @param time as the service wrote it; empty where it is not said
/// @param message the text itself
/// @param fields everything else, by name
public record ServiceLine(String level, String time, String message, Map<String, String> fields) {
    public ServiceLine {
        fields = Map.copyOf(fields);
    }

    /// Whether a message that starts like this may be one; cheap.
    public static boolean mayStart(byte first, byte second) {
        boolean klog = (first == 'I' || first == 'W' || first == 'E' || first == 'F') && second >= '0' && second <= '1';
        return klog
                || first == '{'
                || (first == 't' && (second == 'i' || second == 's'))
                || (first == 'l' && (second == 'e' || second == 'v'));
    }

    /// The parts of a message; empty where it has none of the shapes.
    public static Optional<ServiceLine> of(String message) {
        Optional<ServiceLine> line = KlogLine.of(message);
        if (line.isEmpty() && message.startsWith("{")) {
            line = JsonLine.of(message);
        }
        return line.isEmpty() ? Logfmt.of(message) : line;
    }

    /// The parts as a person looks at them.
    public Detail detail() {
        List<Detail> leaves = new ArrayList<>();
        leaves.add(Detail.leaf("level", level));
        leaves.add(Detail.leaf("time", time));
        new TreeMap<>(fields).forEach((name, value) -> leaves.add(Detail.leaf(name, value)));
        return new Detail("service", message, leaves);
    }

    /// Sorts out of all fields those that have a meaning of their own.
    static ServiceLine of(Map<String, String> all) {
        Map<String, String> rest = new LinkedHashMap<>(all);
        String level = take(rest, "level", "lvl", "severity", "levelname");
        String time = take(rest, "time", "ts", "timestamp", "@timestamp", "t");
        String message = take(rest, "msg", "message", "event");
        return new ServiceLine(level.toLowerCase(Locale.ROOT), time, message, rest);
    }

    private static String take(Map<String, String> fields, String... names) {
        for (String name : names) {
            String value = fields.remove(name);
            if (value != null) {
                return value;
            }
        }
        return "";
    }
}
