package whence.trail.lead;

import java.util.Map;
import java.util.Set;

/// Failures that programs live with every day, and that ask for no explanation.
///
/// What [Outcomes] falls back on where the session itself cannot tell. ENOENT of a library search is the best
/// known of them; each entry names calls that are made to find out whether
/// something is there.
final class Usual {
    private static final Set<String> LOOKUPS = Set.of(
            "open",
            "openat",
            "openat2",
            "access",
            "faccessat",
            "faccessat2",
            "stat",
            "lstat",
            "newfstatat",
            "fstatat64",
            "statx",
            "statfs",
            "readlink",
            "readlinkat",
            "execve",
            "execveat",
            "getxattr",
            "lgetxattr",
            "fgetxattr",
            "connect",
            "unlink",
            "unlinkat",
            "chdir",
            "inotify_add_watch",
            "mkdir");
    private static final Set<Integer> WAITING = Set.of(4, 10, 11, 110, 115, 512, 513, 514, 516);
    /// bpf: the end of a walk over ids, and keys that a map does not hold, see bpf(2).
    private static final Map<Integer, Set<String>> PROBING = Map.of(
            2, Set.of("bpf"),
            25, Set.of("ioctl"),
            22, Set.of("readlink", "readlinkat", "prctl", "fsync"),
            61, Set.of("getxattr", "lgetxattr", "fgetxattr"),
            95, Set.of("getxattr", "lgetxattr", "fgetxattr"),
            3, Set.of("kill", "tgkill"),
            29, Set.of("lseek"),
            17, Set.of("mkdir", "mkdirat"),
            6, Set.of("open", "openat"));

    private Usual() {}

    /// A lookup that found nothing, or a wait that ended without: never worth a lead, however seldom.
    static boolean search(String call, int errno) {
        return WAITING.contains(errno) || (errno == 2 && LOOKUPS.contains(call));
    }

    static boolean failure(String call, int errno) {
        return search(call, errno) || PROBING.getOrDefault(errno, Set.of()).contains(call);
    }
}
