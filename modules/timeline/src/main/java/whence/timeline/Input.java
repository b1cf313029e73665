package whence.timeline;

import java.util.Map;
import whence.bytes.Bytes;
import whence.evidence.Errno;

/// One artifact as a reader gets it.
///
/// @param artifact its path in the session
/// @param bytes its content, decompressed
/// @param hints what the manifest or the user says about it; see the constants
public record Input(String artifact, Bytes bytes, Map<String, String> hints) {
    /// Column names of a free-form trace, comma-separated: `time,pid,ppid,comm,argv`.
    public static final String COLUMNS = "columns";
    /// Clock of its stamps, a name of [whence.evidence.Clock].
    public static final String CLOCK = "clock";
    /// IANA time zone of the machine it was captured on.
    public static final String ZONE = "zone";
    /// Date of its first stamp where it writes none, ISO-8601.
    public static final String DATE = "date";
    /// Architecture of the machine it was captured on, as its folder below `arch/` is called: `x86`, `mips`.
    public static final String ARCHITECTURE = "architecture";
    /// Name of the file, or the command line, that it came from.
    public static final String ORIGIN = "origin";

    public Input {
        hints = Map.copyOf(hints);
    }

    public Input(String artifact, Bytes bytes) {
        this(artifact, bytes, Map.of());
    }

    /// The errors as the machine numbers them; as most do where nobody says which it was.
    public Errno errors() {
        return Errno.of(hints.getOrDefault(ARCHITECTURE, ""));
    }
}
