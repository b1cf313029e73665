package whence.trail.lead;

import java.util.Map;

/// The English sentences that programs print for an errno, as glibc's strerror and kmod write them.
final class Sentences {
    private static final Map<String, Integer> ERRNO = Map.ofEntries(
            Map.entry("Operation not permitted", 1),
            Map.entry("No such file or directory", 2),
            Map.entry("No such process", 3),
            Map.entry("Input/output error", 5),
            Map.entry("Argument list too long", 7),
            Map.entry("Exec format error", 8),
            Map.entry("Invalid module format", 8),
            Map.entry("Bad file descriptor", 9),
            Map.entry("Resource temporarily unavailable", 11),
            Map.entry("Cannot allocate memory", 12),
            Map.entry("Permission denied", 13),
            Map.entry("Bad address", 14),
            Map.entry("Device or resource busy", 16),
            Map.entry("File exists", 17),
            Map.entry("No such device", 19),
            Map.entry("Invalid argument", 22),
            Map.entry("No space left on device", 28),
            Map.entry("Read-only file system", 30),
            Map.entry("Function not implemented", 38),
            Map.entry("Operation not supported", 95),
            Map.entry("Cannot assign requested address", 99),
            Map.entry("Structure needs cleaning", 117),
            Map.entry("Unknown symbol in module", 2));

    private Sentences() {}

    static int errno(String sentence) {
        return ERRNO.getOrDefault(sentence, 0);
    }
}
