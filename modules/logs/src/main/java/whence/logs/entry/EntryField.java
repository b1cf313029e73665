package whence.logs.entry;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The fields of a journal entry that become columns; the same for the binary file, the export and the JSON form.
/// Meanings: `systemd.journal-fields(7)`.
public enum EntryField {
    PRIORITY("PRIORITY", 1),
    FACILITY("SYSLOG_FACILITY", 1),
    PID("_PID", 1),
    SYSLOG_PID("SYSLOG_PID", 1),
    TRANSPORT("_TRANSPORT", 0),
    IDENTIFIER("SYSLOG_IDENTIFIER", 0),
    COMM("_COMM", 0),
    UNIT("_SYSTEMD_UNIT", 0),
    HOST("_HOSTNAME", 0),
    ERRNO("ERRNO", 1),
    PRINTK("_SOURCE_MONOTONIC_TIMESTAMP", 1000),
    SOURCE_REALTIME("_SOURCE_REALTIME_TIMESTAMP", 1000),
    SUBSYSTEM("_KERNEL_SUBSYSTEM", 0),
    DEVICE("_KERNEL_DEVICE", 0),
    MESSAGE_ID("MESSAGE_ID", 0),
    /// What the log drivers of container engines add (journald logging driver of Docker, Podman).
    CONTAINER("CONTAINER_NAME", 0),
    CONTAINER_ID("CONTAINER_ID", 0),
    /// The level that a service wrote into its message; see [whence.logs.service.ServiceLine].
    LEVEL("MESSAGE", 0);

    private static final Map<String, EntryField> BY_NAME =
            Stream.of(values()).collect(Collectors.toMap(f -> f.fieldName, Function.identity()));

    private final String fieldName;
    private final int scale;

    EntryField(String fieldName, int scale) {
        this.fieldName = fieldName;
        this.scale = scale;
    }

    public static @Nullable EntryField named(String name) {
        return BY_NAME.get(name);
    }

    String fieldName() {
        return fieldName;
    }

    /// What a number of the journal is multiplied by (microseconds become nanoseconds); 0 for texts.
    int scale() {
        return scale;
    }
}
