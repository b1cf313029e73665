package whence.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import whence.source.Configuration.Compiled;

class ConfigurationTest {
    private static final Configuration CONFIGURATION = Configuration.parse("""
            # Linux/x86 6.1.192 Kernel Configuration
            CONFIG_SECCOMP=y
            CONFIG_EXT4_FS=m
            # CONFIG_SLOB is not set
            CONFIG_NR_CPUS=8192
            CONFIG_PHYSICAL_START=0x1000000
            CONFIG_LOCALVERSION=""
            """);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "YES;defined(CONFIG_SECCOMP)",
                "YES;defined CONFIG_SECCOMP",
                "NO;!defined(CONFIG_SECCOMP)",
                "NO;defined(CONFIG_SLOB)",
                "NO;defined(CONFIG_EXT4_FS)",
                "YES;defined(CONFIG_EXT4_FS_MODULE)",
                "YES;IS_ENABLED(CONFIG_EXT4_FS)",
                "NO;IS_BUILTIN(CONFIG_EXT4_FS)",
                "YES;IS_MODULE(CONFIG_EXT4_FS)",
                "UNKNOWN;IS_REACHABLE(CONFIG_EXT4_FS)",
                "YES;CONFIG_NR_CPUS > 64 && CONFIG_PHYSICAL_START == 0x1000000UL",
                "NO;CONFIG_SLOB",
                "NO;0",
                "NO;!(1)",
                "UNKNOWN;defined(MODULE)",
                "UNKNOWN;BITS_PER_LONG == 64",
                "NO;BITS_PER_LONG == 64 && defined(CONFIG_SLOB)",
                "YES;BITS_PER_LONG == 64 || defined(CONFIG_SECCOMP)",
                "UNKNOWN;BITS_PER_LONG == 64 || defined(CONFIG_SLOB)",
                "NO;!(defined(CONFIG_SECCOMP)) && !(IS_ENABLED(CONFIG_EXT4_FS))",
                "UNKNOWN;GCC_VERSION >= KERNEL_VERSION(4, 9, 0)",
                "UNKNOWN;CONFIG_NR_CPUS * 2 > 5"
            })
    void compiles_what_the_options_ask_for(Compiled wanted, String condition) {
        assertEquals(wanted, CONFIGURATION.compiled(List.of(condition)));
    }

    @Test
    void one_false_condition_is_enough_and_one_unknown_leaves_it_open() {
        assertEquals(Compiled.YES, CONFIGURATION.compiled(List.of()));
        assertEquals(Compiled.NO, CONFIGURATION.compiled(List.of("defined(MODULE)", "defined(CONFIG_SLOB)")));
        assertEquals(Compiled.UNKNOWN, CONFIGURATION.compiled(List.of("CONFIG_SECCOMP", "defined(MODULE)")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "(", "((((", "defined", "defined(", "! ! !", "1 1", "&&", "CONFIG_SECCOMP ? 1 : 0", "\"x\""})
    void what_cannot_be_read_is_unknown(String condition) {
        assertEquals(Compiled.UNKNOWN, CONFIGURATION.compiled(List.of(condition)));
        assertEquals(Compiled.UNKNOWN, CONFIGURATION.compiled(List.of("(".repeat(10_000) + condition)));
    }

    @Test
    void without_a_configuration_nothing_is_false_but_what_never_is_compiled() {
        assertEquals(Compiled.UNKNOWN, Configuration.UNKNOWN.compiled(List.of("defined(CONFIG_SLOB)")));
        assertEquals(Compiled.NO, Configuration.UNKNOWN.compiled(List.of("0")));
    }

    @Test
    void marks_the_alternatives_of_a_function() {
        SourceTree tree = SourceTree.snippet("t", "kernel/seccomp.c", """
                #ifdef CONFIG_SECCOMP
                int filter(void) { return 1; }
                #else
                int filter(void) { return -22; }
                #endif
                """);
        assertEquals(
                List.of(Compiled.YES, Compiled.NO),
                tree.function("filter").stream()
                        .map(function -> tree.compiled(function, CONFIGURATION))
                        .toList());
    }
}
