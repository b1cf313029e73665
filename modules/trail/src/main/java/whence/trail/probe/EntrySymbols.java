package whence.trail.probe;

import java.util.List;

/// The symbols at which a system call may enter the kernel.
///
/// The wrappers are those of arch/*/include/asm/syscall_wrapper.h since Linux 4.17; before that the body itself was
/// the symbol.
final class EntrySymbols {
    private EntrySymbols() {}

    /// Those of 64-bit calls, the most usual first.
    static List<String> of(String call) {
        return List.of(
                "__x64_sys_" + call,
                "__arm64_sys_" + call,
                "__s390x_sys_" + call,
                "__riscv_sys_" + call,
                "sys_" + call,
                "SyS_" + call);
    }
}
