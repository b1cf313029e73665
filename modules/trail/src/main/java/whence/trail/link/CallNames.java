package whence.trail.link;

import java.util.List;
import java.util.Optional;

/// The names the kernel gives to the body of a system call, and back.
///
/// The wrappers are those of arch/x86/include/asm/syscall_wrapper.h and of the SYSCALL_DEFINE macros before 4.17.
public final class CallNames {
    /// With a call's name behind it, a name of its body.
    public static final String BODY = "sys_";

    /// The same for the body that calls of 32-bit programs have, where they have one of their own.
    public static final String COMPAT_BODY = "compat_sys_";

    private static final List<String> PREFIXES = List.of(
            "__x64_sys_",
            "__ia32_compat_sys_",
            "__ia32_sys_",
            "__arm64_sys_",
            "__s390x_sys_",
            "__riscv_sys_",
            "__se_sys_",
            "__do_sys_",
            "__se_compat_sys_",
            "__do_compat_sys_",
            "compat_SyS_",
            "SyS_",
            "SYSC_",
            "ksys_",
            "__sys_",
            "compat_sys_",
            "sys_enter_",
            "sys_exit_",
            "sys_");

    private CallNames() {}

    /// The system call that a kernel function is named for; empty where it is not.
    public static Optional<String> callOf(String function) {
        for (String prefix : PREFIXES) {
            if (function.startsWith(prefix) && function.length() > prefix.length()) {
                return Optional.of(function.substring(prefix.length()));
            }
        }
        return Optional.empty();
    }

    /// Whether two names stand for the same function: alike, or both for the body of one system call. `__sys_` and
    /// `ksys_` functions are helpers of their own and no bodies.
    public static boolean same(String one, String other) {
        return one.equals(other) || (body(one).isPresent() && body(one).equals(body(other)));
    }

    private static Optional<String> body(String function) {
        int open = function.indexOf('(');
        if (function.startsWith("SYSCALL_DEFINE") && open > 0 && function.endsWith(")")) {
            return Optional.of(function.substring(open + 1, function.length() - 1));
        }
        return function.startsWith("__sys_") || function.startsWith("ksys_") ? Optional.empty() : callOf(function);
    }
}
