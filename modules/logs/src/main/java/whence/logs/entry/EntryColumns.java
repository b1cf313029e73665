package whence.logs.entry;

import org.jspecify.annotations.Nullable;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.evidence.Loss;
import whence.logs.LogFields;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Field;
import whence.timeline.Fields;
import whence.timeline.NumberCells;
import whence.timeline.TextCells;

/// Puts journal entries into event columns: time is the journal's receipt time, and the monotonic and printk stamps
/// stand beside it, because together they tie the clocks to each other. One thread.
public final class EntryColumns {
    private static final String MISSED = "e9bf28e6e834481bb6f48f548ad13606";
    private static final String DROPPED = "a596d6fe7bfa4994828e72309e95d61e";
    private static final int COUNT = EntryField.values().length;

    private final EventsBuilder builder;
    private final @Nullable NumberCells[] numbers = new @Nullable NumberCells[COUNT];
    private final @Nullable TextCells[] texts = new @Nullable TextCells[COUNT];
    private @Nullable NumberCells monotonic;
    private @Nullable TextCells boots;
    private String lastBoot = "";
    private int lastBootCode;
    private int row;
    private int pid;
    private long line;
    private long offset;

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
        this.line = line;
        this.offset = offset;
        if (monotonicUs != Events.NO_NUMBER) {
            monotonic = monotonic == null ? builder.numbers(Fields.MONOTONIC_NS) : monotonic;
            monotonic.set(row, monotonicUs * 1000);
        }
        if (boot != null) {
            boots = boots == null ? builder.texts(Fields.BOOT) : boots;
            lastBootCode = boot.equals(lastBoot) ? lastBootCode : boots.code(boot);
            lastBoot = boot;
            boots.set(row, lastBootCode);
        }
    }

    public int row() {
        return row;
    }

    public void put(EntryValue value) {
        EntryField field = value.field();
        if (field == EntryField.PID || (field == EntryField.SYSLOG_PID && pid == Events.NO_PID)) {
            pid = Math.clamp(value.number(), Events.NO_PID, Integer.MAX_VALUE);
        } else if (field.scale() == 0 && !value.text().isEmpty()) {
            text(field, value);
        } else if (field != EntryField.SYSLOG_PID && value.number() != Events.NO_NUMBER) {
            number(field, value.number());
        }
    }

    private void number(EntryField field, long number) {
        NumberCells cells = numbers[field.ordinal()];
        if (cells == null) {
            cells = builder.numbers(column(field));
            numbers[field.ordinal()] = cells;
        }
        cells.set(row, number);
    }

    private void text(EntryField field, EntryValue value) {
        if (field == EntryField.TRANSPORT && value.text().equals("kernel")) {
            builder.rekind(row, EventKind.KERNEL);
        } else if (field == EntryField.MESSAGE_ID) {
            dropped(value.text());
        }
        TextCells cells = texts[field.ordinal()];
        if (cells == null) {
            cells = builder.texts(column(field));
            texts[field.ordinal()] = cells;
        }
        cells.set(row, value.code(cells));
    }

    /// journald says so where messages did not reach it (`sd-messages.h`: JOURNAL_MISSED, JOURNAL_DROPPED).
    private void dropped(String messageId) {
        if (messageId.equals(MISSED) || messageId.equals(DROPPED)) {
            builder.rekind(row, EventKind.LOST);
            String why = messageId.equals(MISSED)
                    ? "journald missed kernel messages"
                    : "journald suppressed messages of a service";
            builder.lose(Loss.Kind.DROPPED, line, offset, 0, Loss.UNKNOWN, why);
        }
    }

    private static Field column(EntryField field) {
        return switch (field) {
            case PRIORITY -> Fields.PRIORITY;
            case FACILITY -> Fields.FACILITY;
            case PID, SYSLOG_PID -> throw new IllegalArgumentException("a pid has a column of its own");
            case TRANSPORT -> Fields.TRANSPORT;
            case IDENTIFIER -> Fields.IDENTIFIER;
            case COMM -> Fields.COMM;
            case UNIT -> Fields.UNIT;
            case HOST -> Fields.HOST;
            case ERRNO -> Fields.ERRNO;
            case PRINTK -> Fields.PRINTK_NS;
            case SOURCE_REALTIME -> Fields.REALTIME_NS;
            case SUBSYSTEM -> LogFields.SUBSYSTEM;
            case DEVICE -> LogFields.DEVICE;
            case MESSAGE_ID -> LogFields.MESSAGE_ID;
            case CONTAINER -> Fields.CONTAINER;
            case CONTAINER_ID -> Fields.CONTAINER_ID;
            case LEVEL -> LogFields.LEVEL;
        };
    }

    public void end() {
        if (pid != Events.NO_PID) {
            builder.repid(row, pid);
        }
    }
}
