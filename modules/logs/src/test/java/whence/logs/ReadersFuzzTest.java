package whence.logs;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Map;
import whence.bytes.Bytes;

/// Whatever the bytes are, a reader reads them to the end and shows every event. Run as tests these see their seeds
/// only; with JAZZER_FUZZ=1 in the environment they look for more.
class ReadersFuzzTest {
    @FuzzTest
    void journal(byte[] bytes) {
        readAll("journal", bytes);
    }

    @FuzzTest
    void journal_export(byte[] bytes) {
        readAll("journal-export", bytes);
    }

    @FuzzTest
    void journal_json(byte[] bytes) {
        readAll("journal-json", bytes);
    }

    @FuzzTest
    void journal_text(byte[] bytes) {
        readAll("journal-text", bytes);
    }

    @FuzzTest
    void dmesg(byte[] bytes) {
        readAll("dmesg", bytes);
    }

    @FuzzTest
    void kmsg(byte[] bytes) {
        readAll("kmsg", bytes);
    }

    @FuzzTest
    void pstore(byte[] bytes) {
        readAll("pstore", bytes);
    }

    @FuzzTest
    void console(byte[] bytes) {
        readAll("console", bytes);
    }

    @FuzzTest
    void syslog(byte[] bytes) {
        readAll("syslog", bytes);
    }

    @FuzzTest
    void program_output(byte[] bytes) {
        readAll("program-output", bytes);
    }

    private static void readAll(String format, byte[] bytes) {
        Readings.of(format, Bytes.of(bytes), Map.of()).lookAtEverything();
    }
}
