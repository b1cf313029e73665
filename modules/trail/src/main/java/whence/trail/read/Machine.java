package whence.trail.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import whence.branches.scope.Architecture;
import whence.symbols.Symbols;
import whence.trail.ledger.Stream;

/// Which architecture the kernel of a session was built for, by what cannot be otherwise on another.
final class Machine {
    /// How the entries of system calls are called: arch/x86/include/asm/syscall_wrapper.h and those of arm64, s390,
    /// riscv; and before Linux 4.17 the entry from user space itself.
    private static final Map<String, String> ENTRIES = Map.of(
            "__x64_sys_", "x86",
            "__ia32_sys_", "x86",
            "entry_SYSCALL_64", "x86",
            "__arm64_sys_", "arm64",
            "__s390x_sys_", "s390",
            "__riscv_sys_", "riscv");

    private static final List<String> ALWAYS_THERE = List.of("read", "close");

    private Machine() {}

    static Optional<Architecture> architecture(
            Material material, Symbols symbols, Optional<Release> release, List<Stream> streams) {
        return stated(material.session().manifest().host().architecture())
                .or(() -> release.flatMap(r -> Architecture.ofRelease(r.release())))
                .or(() -> new TreeMap<>(ENTRIES)
                        .entrySet().stream()
                                .filter(entry -> listed(symbols, entry.getKey()) || traced(streams, entry.getKey()))
                                .map(entry -> new Architecture(entry.getValue()))
                                .findFirst());
    }

    private static Optional<Architecture> stated(@Nullable String machine) {
        return machine == null ? Optional.empty() : Architecture.named(machine);
    }

    private static boolean listed(Symbols symbols, String entry) {
        return symbols.named(entry).isPresent()
                || ALWAYS_THERE.stream()
                        .anyMatch(call -> symbols.named(entry + call).isPresent());
    }

    private static boolean traced(List<Stream> streams, String entry) {
        return streams.stream().flatMap(stream -> stream.watched().stream()).anyMatch(name -> name.startsWith(entry));
    }
}
