package whence.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The names one system call has: in the source, in a symbol table, and in what people say.
public final class SyscallNames {
    private static final List<String> NATIVE = List.of(
            "sys_", "__do_sys_", "__se_sys_", "__x64_sys_", "__ia32_sys_", "__arm64_sys_", "__s390x_sys_", "ksys_");
    private static final List<String> COMPAT = List.of(
            "compat_sys_",
            "__do_compat_sys_",
            "__se_compat_sys_",
            "__ia32_compat_sys_",
            "__x32_compat_sys_",
            "__arm64_compat_sys_");

    private SyscallNames() {}

    static boolean isSyscall(String name) {
        return name.startsWith("SYSCALL_DEFINE")
                || name.startsWith("COMPAT_SYSCALL_DEFINE")
                || name.startsWith("SYSCALL32_DEFINE");
    }

    static List<String> aliases(String name, @Nullable String defined) {
        if (defined == null) {
            return List.of(name);
        }
        List<String> aliases = new ArrayList<>(List.of(name, defined));
        if (isSyscall(name)) {
            for (String prefix : name.startsWith("SYSCALL_DEFINE") ? NATIVE.subList(0, NATIVE.size() - 1) : COMPAT) {
                aliases.add(prefix + defined);
            }
        }
        return List.copyOf(aliases);
    }

    /// The bare name that may be meant by what somebody wrote: `bpf` for `sys_bpf`, `__x64_sys_bpf`,
    /// `SYSCALL_DEFINE3(bpf)` and `SYSCALL_DEFINE3(bpf, int, cmd)`; the text itself where it is none of these.
    public static String bare(String written) {
        int open = written.indexOf('(');
        if (open > 0) {
            int end = written.indexOf(',', open);
            int stop = end > 0 ? end : written.indexOf(')', open);
            return written.substring(open + 1, stop > 0 ? stop : written.length())
                    .strip();
        }
        for (List<String> prefixes : List.of(COMPAT, NATIVE.subList(0, NATIVE.size() - 1))) {
            for (String prefix : prefixes) {
                if (written.startsWith(prefix)) {
                    return written.substring(prefix.length());
                }
            }
        }
        return written;
    }
}
