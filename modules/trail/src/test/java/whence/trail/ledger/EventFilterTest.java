package whence.trail.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventFilterTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "none; true",
                "comm == bpfcase; true",
                "comm == \"bpfcase\"; true",
                "comm != bpfcase; false",
                "comm ~ \"bpf*\"; true",
                "common_pid == 423; true",
                "common_pid == 424; false",
                "common_pid == 424 || comm == bpfcase; true",
                "common_pid == 424 && size > 3; false",
                "common_pid == 423 || size > 3; true",
                "/tid == 423/; true",
                "!(comm == cmd); true",
            })
    void is_decided_by_task_and_program(String filter, boolean passes) {
        assertEquals(Optional.of(passes), EventFilter.passes(filter, "bpfcase", 423));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "common_pid == 423 && size > 3",
                "ret < 0",
                "comm",
                "(comm == bpfcase",
                "comm == bpfcase)",
                "uid == 0"
            })
    void stays_open_where_it_asks_for_more(String filter) {
        assertEquals(Optional.empty(), EventFilter.passes(filter, "bpfcase", 423));
    }
}
