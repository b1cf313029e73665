package whence.traces;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.timeline.EventReader;
import whence.timeline.Events;
import whence.timeline.Input;
import whence.traces.strace.Call;
import whence.traces.tally.Tally;

/// Whatever the bytes are, a reader reads them to the end and opens every event. Run as tests these see their seeds
/// only; with JAZZER_FUZZ=1 in the environment they look for more.
class TracesFuzzTest {
    @FuzzTest
    void strace(byte[] bytes) {
        readAll("strace", bytes);
    }

    /// Printing a parsed call gives back its line.
    @FuzzTest
    void strace_call(byte[] bytes) {
        String line = new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("[\\r\\n]+$", "");
        if (line.indexOf('\n') < 0) {
            Call.ofLine(line).filter(Call::finished).ifPresent(call -> assertEquals(line, call.print()));
        }
    }

    @FuzzTest
    void ftrace(byte[] bytes) {
        readAll("ftrace", bytes);
    }

    @FuzzTest
    void fgraph(byte[] bytes) {
        readAll("fgraph", bytes);
    }

    @FuzzTest
    void kprobe_events(byte[] bytes) {
        readAll("kprobe_events", bytes);
    }

    @FuzzTest
    void bpftrace(byte[] bytes) {
        readAll("bpftrace", bytes);
    }

    @FuzzTest
    void bpftrace_json(byte[] bytes) {
        readAll("bpftrace-json", bytes);
    }

    @FuzzTest
    void perf_script(byte[] bytes) {
        readAll("perf-script", bytes);
    }

    @FuzzTest
    void bcc(byte[] bytes) {
        readAll("bcc", bytes);
    }

    @FuzzTest
    void retsnoop(byte[] bytes) {
        readAll("retsnoop", bytes);
    }

    static int readAll(String format, byte[] bytes) {
        EventReader reader = TraceReaders.all().stream()
                .filter(one -> one.format().equals(format))
                .findFirst()
                .orElseThrow();
        Input input = new Input("x", Bytes.of(bytes));
        reader.sniff(input.bytes(), "x");
        Events events = reader.read(input, Watch.NONE);
        for (int row = 0; row < events.count(); row++) {
            reader.text(input, events, row);
            reader.detail(input, events, row);
            Tally.of(input, events, row).forEach(Tally::line);
        }
        return events.count();
    }
}
