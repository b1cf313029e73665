package whence.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssumptionTest {
    @ParameterizedTest
    @ValueSource(strings = {"runs-failed-alike", "is_test_type=0", "attr->prog_flags=0x100000", "file=NULL"})
    void reads_back_what_it_printed(String text) {
        assertEquals(text, Assumption.parse(text).orElseThrow().toString());
    }

    @Test
    void understands_the_sentence_a_person_writes() {
        assertEquals(Optional.of(Assumption.RUNS_FAILED_ALIKE), Assumption.parse("every run failed alike"));
    }

    @Test
    void refuses_what_says_nothing_known() {
        assertEquals(Optional.empty(), Assumption.parse("the moon is full"));
    }
}
