package whence.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefTest {
    static List<Ref> every_kind_of_ref() {
        return List.of(
                new Ref.Event("a dir/strace 1.txt", 7),
                new Ref.Instant(Clock.PRINTK, -5),
                new Ref.Range(new Span("with space.txt", 3, 10, 20)),
                new Ref.Symbol("load_elf_binary", 0xffffffff813e2c80L),
                new Ref.Source("rhel7", "kernel/bpf/syscall.c", 1176),
                new Ref.Finding("f-1"));
    }

    @ParameterizedTest
    @MethodSource("every_kind_of_ref")
    void reads_back_what_it_printed(Ref ref) {
        assertEquals(ref, Ref.parse(ref.toString()));
    }

    @Test
    void refuses_what_is_no_ref() {
        assertThrows(IllegalArgumentException.class, () -> Ref.parse("nonsense"));
        assertThrows(IllegalArgumentException.class, () -> Ref.parse("event x y"));
        assertThrows(IllegalArgumentException.class, () -> Ref.parse("range 1"));
    }
}
