package whence.timeline;

import java.util.List;

/// The fields that more than one reader declares, and what they mean.
public final class Fields {
    /// Thread id, where the input tells it apart from the process id.
    public static final Field TID = Field.number("tid");
    /// Parent process id.
    public static final Field PPID = Field.number("ppid");
    /// Processor number.
    public static final Field CPU = Field.number("cpu");
    /// Positive errno of a failed call.
    public static final Field ERRNO = Field.number("errno");
    /// Return value as the call or function gave it, signed.
    public static final Field RET = Field.number("ret");
    /// How long a call took, nanoseconds.
    public static final Field DURATION_NS = Field.number("duration");
    /// Syslog priority 0 to 7.
    public static final Field PRIORITY = Field.number("priority");
    /// Syslog facility.
    public static final Field FACILITY = Field.number("facility");
    /// Sequence number that the source of the record gave it.
    public static final Field SEQ = Field.number("seq");
    /// Name of the task, at most 15 bytes from kernel sources.
    public static final Field COMM = Field.text("comm");
    /// Name of the system call.
    public static final Field CALL = Field.text("call");
    /// Name of the probe event, or of the function traced.
    public static final Field PROBE = Field.text("probe");
    /// Function that a probe stands in or returns to.
    public static final Field FUNCTION = Field.text("function");
    /// Identifier that a service logs under.
    public static final Field IDENTIFIER = Field.text("identifier");
    /// systemd unit.
    public static final Field UNIT = Field.text("unit");
    /// Journal transport: kernel, stdout, syslog, journal, audit.
    public static final Field TRANSPORT = Field.text("transport");
    /// Boot id, 32 hexadecimal digits.
    public static final Field BOOT = Field.text("boot");
    /// Host name.
    public static final Field HOST = Field.text("host");
    /// Monotonic or printk stamp in nanoseconds that a record carries besides its time.
    public static final Field MONOTONIC_NS = Field.number("monotonic");
    /// `_SOURCE_MONOTONIC_TIMESTAMP`: the stamp printk gave, nanoseconds.
    public static final Field PRINTK_NS = Field.number("printk");
    /// Realtime stamp in nanoseconds that a record carries besides its time.
    public static final Field REALTIME_NS = Field.number("realtime");

    /// Pid of the process that a fork or clone made.
    public static final Field CHILD = Field.number("child");
    /// Nanoseconds since local midnight that a record carries besides its time.
    public static final Field TIME_OF_DAY_NS = Field.number("timeofday");

    /// Control group of the task, a path (or a number, where the input writes no more).
    public static final Field CGROUP = Field.text("cgroup");
    /// Name of the container whose output a record is, as a container engine's log driver gives it.
    public static final Field CONTAINER = Field.text("container");
    /// Short id of that container, 12 hexadecimal digits.
    public static final Field CONTAINER_ID = Field.text("container_id");

    /// What a stamp leaves open: `year`, `zone`, `year,zone`, or `origin` where only steps are written. The time
    /// then stands as if the zone were UTC; without a year the clock is [whence.evidence.Clock#TIME_OF_DAY] and
    /// [#DAY] holds month and day.
    public static final Field OPEN = Field.text("open");
    /// Month and day of a stamp without a year: month * 100 + day.
    public static final Field DAY = Field.number("day");

    /// What a tool made the stamp from, where the source did not write it: `steps`, times between lines added up
    /// (`dmesg --time-format delta`); `uptime`, a time of day counted from the boot (`dmesg -T`); `minutes`, either
    /// of them from a whole minute (`dmesg -H`).
    public static final Field STAMP = Field.text("stamp");

    private static final List<Field> ALL = List.of(
            TID,
            PPID,
            CPU,
            ERRNO,
            RET,
            DURATION_NS,
            PRIORITY,
            FACILITY,
            SEQ,
            COMM,
            CALL,
            PROBE,
            FUNCTION,
            IDENTIFIER,
            UNIT,
            TRANSPORT,
            BOOT,
            HOST,
            MONOTONIC_NS,
            PRINTK_NS,
            REALTIME_NS,
            CHILD,
            TIME_OF_DAY_NS,
            CGROUP,
            CONTAINER,
            CONTAINER_ID,
            OPEN,
            DAY,
            STAMP);

    private Fields() {}

    /// All of them.
    public static List<Field> all() {
        return ALL;
    }
}
