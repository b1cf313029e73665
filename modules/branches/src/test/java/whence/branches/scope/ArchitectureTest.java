package whence.branches.scope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureTest {
    @ParameterizedTest
    @CsvSource({
        "x86_64, x86",
        "i686, x86",
        "amd64, x86",
        "aarch64, arm64",
        "armv7l, arm",
        "ppc64le, powerpc",
        "s390x, s390",
        "riscv64, riscv",
        "loongarch64, loongarch",
        "alpha, alpha"
    })
    void a_machine_has_its_folder(String machine, String folder) {
        assertEquals(folder, Architecture.named(machine).orElseThrow().folder());
    }

    @Test
    void an_unknown_machine_is_none() {
        assertEquals(Optional.empty(), Architecture.named("vax"));
    }

    @Test
    void a_kernel_has_the_files_of_its_own_architecture_and_all_common_ones() {
        assertTrue(Architecture.X86.has("mm/mmap.c"));
        assertTrue(Architecture.X86.has("arch/x86/kernel/sys_x86_64.c"));
        assertFalse(Architecture.X86.has("arch/x86/um/syscalls_64.c"));
        assertFalse(Architecture.X86.has("arch/ia64/kernel/sys_ia64.c"));
        assertFalse(Architecture.X86.has("arch/um/kernel/exec.c"));
        assertTrue(new Architecture("um").has("arch/x86/um/syscalls_64.c"));
        assertTrue(new Architecture("arm64").has("arch/arm/xen/enlighten.c"));
        assertFalse(new Architecture("arm").has("arch/arm64/kernel/sys.c"));
    }

    @Test
    void a_file_of_another_architecture_is_read_with_that_ones_headers() {
        assertEquals("mips", Architecture.X86.of("arch/mips/kernel/syscall.c").folder());
        assertEquals("x86", Architecture.X86.of("mm/mmap.c").folder());
    }
}
