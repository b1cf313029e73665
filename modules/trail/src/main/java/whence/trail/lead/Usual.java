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
    private static final Set<String> WAITING = Set.of(
            "EINTR",
            "ECHILD",
            "EAGAIN",
            "ETIMEDOUT",
            "EINPROGRESS",
            "ERESTARTSYS",
            "ERESTARTNOINTR",
            "ERESTARTNOHAND",
            "ERESTART_RESTARTBLOCK");
    /// bpf: the end of a walk over ids, and keys that a map does not hold, see bpf(2).
    private static final Map<String, Set<String>> PROBING = Map.of(
            "ENOENT", Set.of("bpf"),
            "ENOTTY", Set.of("ioctl"),
            "EINVAL", Set.of("readlink", "readlinkat", "prctl", "fsync"),
            "ENODATA", Set.of("getxattr", "lgetxattr", "fgetxattr"),
            "EOPNOTSUPP", Set.of("getxattr", "lgetxattr", "fgetxattr"),
            "ESRCH", Set.of("kill", "tgkill"),
            "ESPIPE", Set.of("lseek"),
            "EEXIST", Set.of("mkdir", "mkdirat"),
            "ENXIO", Set.of("open", "openat"));

    private Usual() {}

    /// A lookup that found nothing, or a wait that ended without: never worth a lead, however seldom.
    static boolean search(String call, String error) {
        return WAITING.contains(error) || (error.equals("ENOENT") && LOOKUPS.contains(call));
    }

    static boolean failure(String call, String error) {
        return search(call, error) || PROBING.getOrDefault(error, Set.of()).contains(call);
    }
}
