package whence.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrnoTest {
    private static final List<String> OTHERS = List.of("alpha", "mips", "parisc", "sparc", "powerpc");

    @ParameterizedTest
    @CsvSource({
        "ETIMEDOUT, 110, 60, 145, 238, 60",
        "ENAMETOOLONG, 36, 63, 78, 248, 63",
        "EDEADLK, 35, 11, 45, 45, 78",
        "EDQUOT, 122, 69, 1133, 69, 69",
        "EOPNOTSUPP, 95, 45, 122, 223, 45",
        "EHWPOISON, 133, 139, 168, 257, 135"
    })
    void an_error_has_the_number_of_its_architecture(String name, int x86, int alpha, int mips, int parisc, int sparc) {
        assertEquals(
                List.of(x86, alpha, mips, parisc, sparc),
                List.of("x86", "alpha", "mips", "parisc", "sparc").stream()
                        .map(architecture -> Errno.of(architecture).number(name))
                        .toList());
        assertEquals(Set.copyOf(List.of(x86, alpha, mips, parisc, sparc)), Set.copyOf(Errno.anywhere(name)));
        assertEquals("-" + name, Errno.of("mips").result(-mips));
    }

    @Test
    void the_first_34_are_the_same_everywhere_but_where_alpha_swaps_two() {
        for (int number = 1; number <= 34; number++) {
            for (String architecture : OTHERS) {
                String expected = architecture.equals("alpha") && number == 11 ? "EDEADLK" : Errno.GENERIC.name(number);
                assertEquals(expected, Errno.of(architecture).name(number), architecture);
            }
        }
        assertEquals(35, Errno.of("alpha").number("EAGAIN"));
        assertEquals(35, Errno.of("alpha").number("EWOULDBLOCK"));
    }

    @Test
    void what_never_leaves_the_kernel_is_the_same_everywhere() {
        for (int number = 512; number <= 531; number++) {
            for (String architecture : OTHERS) {
                assertEquals(Errno.GENERIC.name(number), Errno.of(architecture).name(number), architecture);
            }
        }
        assertEquals("-ERESTARTSYS", Errno.GENERIC.result(-512));
        assertEquals("ERECALLCONFLICT", Errno.of("sparc").name(530));
        assertNull(Errno.GENERIC.name(520));
    }

    @ParameterizedTest
    @CsvSource({"x86, 35, EDEADLK", "powerpc, 58, EDEADLOCK", "mips, 56, EDEADLOCK", "sparc, 108, EDEADLOCK"})
    void a_deadlock_has_a_name_of_its_own_on_some(String architecture, int number, String name) {
        assertEquals(number, Errno.of(architecture).number("EDEADLOCK"));
        assertEquals(name, Errno.of(architecture).name(number));
    }

    @Test
    void further_names_of_an_error_have_its_number() {
        assertEquals(117, Errno.GENERIC.number("EFSCORRUPTED"));
        assertEquals(135, Errno.of("mips").number("EFSCORRUPTED"));
        assertEquals("EUCLEAN", Errno.of("mips").name(135));
        assertEquals(253, Errno.of("parisc").number("ECANCELLED"));
        assertEquals("ECANCELED", Errno.of("parisc").name(253));
    }

    @Test
    void other_words_and_numbers_are_no_errors() {
        assertEquals(-1, Errno.GENERIC.number("EVERYTHING"));
        assertEquals(Set.of(), Errno.anywhere("EVERYTHING"));
        assertNull(Errno.GENERIC.name(41));
        assertEquals("-41", Errno.GENERIC.result(-41));
        assertEquals("22", Errno.GENERIC.result(22));
        assertEquals("-5000", Errno.GENERIC.result(-5000));
        assertEquals(0, Errno.ofReturn(7));
    }
}
