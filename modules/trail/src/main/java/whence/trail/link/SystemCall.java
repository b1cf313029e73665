package whence.trail.link;

import java.util.List;
import whence.evidence.Errno;
import whence.evidence.Ref;
import whence.evidence.Span;
import whence.evidence.Time;

/// One system call as a tracer saw it.
///
/// @param id stable: artifact and line or offset of its first byte
/// @param tid the task; -1 where the trace does not say
/// @param result what it returned; the negative errno where it failed
/// @param event where to find its arguments
/// @param enter when it was entered
/// @param durationNs how long it took; -1 where that is not known
/// @param spans its records: one, or two where it was interrupted or traced at both ends
/// @param errors as its machine numbers them
public record SystemCall(
        String id,
        String name,
        int tid,
        String comm,
        long result,
        Time enter,
        long durationNs,
        List<Span> spans,
        Ref.Event event,
        Errno errors) {
    public SystemCall {
        spans = List.copyOf(spans);
    }

    /// Errno as a positive number; 0 where it did not fail.
    public int errno() {
        return result < 0 && result >= -4095 ? (int) -result : 0;
    }

    /// Its error by name, else the number; empty where it did not fail.
    public String error() {
        String name = errors.name(errno());
        return name != null ? name : failed() ? String.valueOf(errno()) : "";
    }

    /// What it returned as a kernel developer writes it: `-EINVAL`, or the number.
    public String gave() {
        return errors.result(result);
    }

    public boolean failed() {
        return errno() != 0;
    }
}
