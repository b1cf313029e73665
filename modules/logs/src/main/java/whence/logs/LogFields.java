package whence.logs;

import whence.timeline.Field;

/// Fields that only log readers declare.
public final class LogFields {
    /// Length in bytes of a message that the artifact replaces by `[33B blob data]`, as journalctl counts: without
    /// colours, a tab for eight.
    public static final Field BLOB = Field.number("blob");
    /// How far [#BLOB] may be too large or too small, bytes, where the tool rounded it (`1.2K`).
    public static final Field BLOB_ERROR = Field.number("blob_error");
    /// 1 where a tool cut the message to the width of its output, with an ellipsis for the rest.
    public static final Field SHORTENED = Field.number("shortened");
    /// Who printed a kernel line: `T123` a task, `C0` a processor in interrupt context.
    public static final Field CALLER = Field.text("caller");
    /// Kernel subsystem that a line belongs to, from the record's dictionary.
    public static final Field SUBSYSTEM = Field.text("subsystem");
    /// Kernel device that a line is about, from the record's dictionary.
    public static final Field DEVICE = Field.text("device");
    /// How often a line stands for a message: `message repeated N times`.
    public static final Field REPEATED = Field.number("repeated");
    /// The message id that journald and other programs give to messages of one kind, 32 hexadecimal digits.
    public static final Field MESSAGE_ID = Field.text("message_id");
    /// Level that a service wrote into its own message (klog, logfmt, JSON), in lower case.
    public static final Field LEVEL = Field.text("level");

    private LogFields() {}
}
