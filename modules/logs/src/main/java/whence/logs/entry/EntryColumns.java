package whence.logs.entry;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.logs.LogFields;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Field;
import whence.timeline.Fields;

/// Puts journal entries into event columns: time is the journal's receipt time, and the monotonic and printk stamps
/// stand beside it, because together they tie the clocks to each other. One thread.
public final class EntryColumns {
    private static final Map<EntryField, Field> COLUMNS = new EnumMap<>(Map.ofEntries(
            Map.entry(EntryField.PRIORITY, Fields.PRIORITY),
            Map.entry(EntryField.FACILITY, Fields.FACILITY),
            Map.entry(EntryField.TRANSPORT, Fields.TRANSPORT),
            Map.entry(EntryField.IDENTIFIER, Fields.IDENTIFIER),
            Map.entry(EntryField.COMM, Fields.COMM),
            Map.entry(EntryField.UNIT, Fields.UNIT),
            Map.entry(EntryField.HOST, Fields.HOST),
            Map.entry(EntryField.ERRNO, Fields.ERRNO),
            Map.entry(EntryField.PRINTK, Fields.PRINTK_NS),
            Map.entry(EntryField.SOURCE_REALTIME, Fields.REALTIME_NS),
            Map.entry(EntryField.SUBSYSTEM, LogFields.SUBSYSTEM),
            Map.entry(EntryField.DEVICE, LogFields.DEVICE)));

    private final EventsBuilder builder;
    private int row;
    private int pid;

    public EntryColumns(EventsBuilder builder) {
        this.builder = builder;
    }

    /// Begins an entry; [#put] then fills it, [#end] ends it.
    ///
    /// @param realtimeUs microseconds, or [Events#NO_NUMBER]
    /// @param monotonicUs microseconds, or [Events#NO_NUMBER]
    /// @param line from 1, or [whence.evidence.Span#NO_LINE]
    public void begin(long realtimeUs, long monotonicUs, @Nullable String boot, long line, long offset, int length) {
        boolean timed = realtimeUs != Events.NO_NUMBER;
        row = builder.add(
                EventKind.LOG,
                timed ? Clock.REALTIME : Clock.NONE,
                timed ? realtimeUs * 1000 : Events.NO_TIME,
                Events.NO_PID,
                line,
                offset,
                length);
        pid = Events.NO_PID;
        if (monotonicUs != Events.NO_NUMBER) {
            builder.set(Fields.MONOTONIC_NS, row, monotonicUs * 1000);
        }
        if (boot != null) {
            builder.set(Fields.BOOT, row, boot);
        }
    }

    public int row() {
        return row;
    }

    public void put(EntryValue value) {
        switch (value.field()) {
            case PID -> pid = Math.clamp(value.number(), Events.NO_PID, Integer.MAX_VALUE);
            case SYSLOG_PID ->
                pid = pid != Events.NO_PID ? pid : Math.clamp(value.number(), Events.NO_PID, Integer.MAX_VALUE);
            case TRANSPORT -> {
                if (value.text().equals("kernel")) {
                    builder.rekind(row, EventKind.KERNEL);
                }
                set(value);
            }
            case PRIORITY, FACILITY, IDENTIFIER, COMM, UNIT, HOST, ERRNO, PRINTK, SOURCE_REALTIME, SUBSYSTEM, DEVICE ->
                set(value);
        }
    }

    private void set(EntryValue value) {
        Field column = COLUMNS.get(value.field());
        if (column == null) {
            return;
        }
        if (column.type() == Field.Type.TEXT) {
            builder.set(column, row, value.text());
        } else if (value.number() != Events.NO_NUMBER) {
            builder.set(column, row, value.number());
        }
    }

    public void end() {
        if (pid != Events.NO_PID) {
            builder.repid(row, pid);
        }
    }
}
