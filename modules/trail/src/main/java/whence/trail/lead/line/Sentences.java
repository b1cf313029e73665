package whence.trail.lead.line;

import java.util.Map;

/// The English sentences that programs print for an errno, as glibc's strerror and kmod write them.
final class Sentences {
    private static final Map<String, String> ERROR = Map.ofEntries(
            Map.entry("Operation not permitted", "EPERM"),
            Map.entry("No such file or directory", "ENOENT"),
            Map.entry("No such process", "ESRCH"),
            Map.entry("Input/output error", "EIO"),
            Map.entry("Argument list too long", "E2BIG"),
            Map.entry("Exec format error", "ENOEXEC"),
            Map.entry("Invalid module format", "ENOEXEC"),
            Map.entry("Bad file descriptor", "EBADF"),
            Map.entry("Resource temporarily unavailable", "EAGAIN"),
            Map.entry("Cannot allocate memory", "ENOMEM"),
            Map.entry("Permission denied", "EACCES"),
            Map.entry("Bad address", "EFAULT"),
            Map.entry("Device or resource busy", "EBUSY"),
            Map.entry("File exists", "EEXIST"),
            Map.entry("No such device", "ENODEV"),
            Map.entry("Invalid argument", "EINVAL"),
            Map.entry("No space left on device", "ENOSPC"),
            Map.entry("Read-only file system", "EROFS"),
            Map.entry("Function not implemented", "ENOSYS"),
            Map.entry("Operation not supported", "EOPNOTSUPP"),
            Map.entry("Cannot assign requested address", "EADDRNOTAVAIL"),
            Map.entry("Structure needs cleaning", "EUCLEAN"),
            Map.entry("Unknown symbol in module", "ENOENT"));

    private Sentences() {}

    /// Name of the error; empty where no error has this sentence.
    static String error(String sentence) {
        return ERROR.getOrDefault(sentence, "");
    }
}
