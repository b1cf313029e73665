package whence.timeline.boot;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import whence.timeline.Events;

/// The kernel lines of one boot as one artifact, or all that name the boot, hold them: those that stand in it once.
final class KernelLog {
    /// More lines than these say nothing new about which boot it was.
    static final int MOST_LINES = 20_000;

    private static final long AGAIN = Long.MIN_VALUE + 1;
    private static final long PRIME = 0x100000001b3L;

    private final String name;
    /// From the hash of a line to printk's stamp in microseconds; [Events#NO_NUMBER] where it has none.
    private final Map<Long, Long> lines = new LinkedHashMap<>();
    /// From the hash of a line without its numbers to that with them; [#AGAIN] where several lines are alike.
    private final Map<Long, Long> alike = new HashMap<>();

    private int stamped;

    KernelLog(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    boolean isFull() {
        return lines.size() >= MOST_LINES;
    }

    int size() {
        return lines.size();
    }

    boolean isStamped() {
        return stamped > lines.size() / 2;
    }

    Map<Long, Long> lines() {
        return lines;
    }

    Map<Long, Long> alike() {
        return alike;
    }

    /// @param micros printk's stamp, or [Events#NO_NUMBER]
    void add(String text, long micros) {
        long line = hash(text, true);
        Long before = lines.putIfAbsent(line, micros);
        if (before == null) {
            stamped += micros == Events.NO_NUMBER ? 0 : 1;
            alike.merge(hash(text, false), line, (one, other) -> AGAIN);
        } else if (before != micros) {
            lines.put(line, AGAIN);
        }
    }

    static boolean isOnce(long value) {
        return value != AGAIN;
    }

    private static long hash(String text, boolean numbers) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            hash = numbers || Character.digit(c, 10) < 0 ? (hash ^ c) * PRIME : hash;
        }
        return (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
    }
}
