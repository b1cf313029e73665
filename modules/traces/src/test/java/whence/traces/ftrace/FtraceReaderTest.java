package whence.traces.ftrace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import whence.evidence.EventKind;
import whence.timeline.Fields;
import whence.traces.Fixture;

class FtraceReaderTest {
    private final Fixture pipe = Fixture.of("trace_pipe-bpf.txt");

    @Test
    void a_return_probe_says_where_control_goes_back_to() {
        int row = pipe.find("capable_ret: (bpf_prog_load+0x162");
        assertEquals(EventKind.RETURN, pipe.events().kind(row));
        Hit hit = Hit.of(pipe.input(), pipe.events(), row).orElseThrow();
        assertEquals("capable", hit.function());
        assertEquals(new Place("bpf_prog_load", 0x162, 0xb00, ""), hit.place());
        assertEquals(OptionalLong.of(1), hit.number("ret"));
    }

    @Test
    void fetched_arguments_keep_their_names() {
        Hit hit = Hit.of(pipe.input(), pipe.events(), pipe.find("prog_load: (bpf_prog_load+0x0"))
                .orElseThrow();
        assertEquals(OptionalLong.of(0x55aa2ff36150L), hit.number("insns"));
        assertEquals(
                List.of(
                        "prog_type",
                        "insn_cnt",
                        "insns",
                        "license",
                        "prog_flags",
                        "expected_attach_type",
                        "attach_btf_id",
                        "attach_prog_fd"),
                List.copyOf(hit.fetched().keySet()));
    }

    @Test
    void a_negative_return_is_an_errno() {
        int row = pipe.find("prog_load_ret: (__sys_bpf+0x759/0x2820 <- bpf_prog_load) ret=-22");
        assertEquals(22, pipe.events().number(Fields.ERRNO, row));
        assertEquals(423, pipe.events().pid(row));
        assertEquals("bpfcase", pipe.events().text(Fields.COMM, row));
    }

    @Test
    void a_name_ftrace_did_not_know_is_no_name() {
        assertNull(pipe.events().text(Fields.COMM, pipe.find("sys_bpf: (__sys_bpf+0x0/0x2820)")));
    }

    @Test
    void hashed_addresses_are_never_addresses() {
        Fixture hashed = Fixture.of("kprobe_events-hashed.txt");
        List<ProbeDefinition> all = ProbeDefinition.all(hashed.input());
        assertEquals(
                List.of("lower", "higher"),
                all.stream().map(ProbeDefinition::event).toList());
        assertNull(all.get(0).symbol());
        assertEquals("kprobe_events", hashed.reader().format());
    }

    @Test
    void refusals_keep_what_was_asked() {
        Fixture log = Fixture.of("error_log.txt");
        assertEquals("error_log", log.reader().format());
        assertEquals(4, log.events().count());
        assertEquals("strncpy_from_user", log.events().text(Fields.FUNCTION, 0));
    }
}
