package whence.traces.columns;

import java.util.Locale;

/// What a column of a free-form trace means.
public enum Role {
    /// Time of day, seconds or nanoseconds: the shape of each cell tells.
    TIME,
    PID,
    TID,
    PPID,
    UID,
    CPU,
    COMM,
    /// Result of a call, signed.
    RET,
    /// Positive errno, or its name.
    ERRNO,
    /// Name of a system call.
    CALL,
    /// Name of a probe or function.
    PROBE,
    /// Control group of the task.
    CGROUP,
    /// Command line, to the end of the line where it is the last column.
    ARGV,
    /// `name=value`, where the name says what it is.
    KEYED,
    /// Free text, to the end of the line where it is the last column.
    REST,
    /// A cell without a meaning here.
    OTHER;

    /// The role that a header or a hint names; [#OTHER] where the name says nothing.
    public static Role named(String name) {
        int unit = name.indexOf('(');
        String bare = unit < 0 || !name.endsWith(")") ? name : name.substring(0, unit);
        return switch (bare.strip().toLowerCase(Locale.ROOT)) {
            case "time", "ts", "timestamp", "nsecs", "tod", "elapsed" -> TIME;
            case "pid" -> PID;
            case "tid", "lwp" -> TID;
            case "ppid" -> PPID;
            case "uid" -> UID;
            case "cpu" -> CPU;
            case "comm", "pcomm", "task", "command", "process" -> COMM;
            case "ret", "retval", "result" -> RET;
            case "err", "errno", "error" -> ERRNO;
            case "call", "syscall" -> CALL;
            case "probe", "func", "function" -> PROBE;
            case "cgroup", "cgroup_path", "cgrp" -> CGROUP;
            case "args", "argv", "cmdline", "commandline" -> ARGV;
            case "event", "message", "rest", "text", "data" -> REST;
            default -> OTHER;
        };
    }
}
