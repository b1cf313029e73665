package whence.traces;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.bytes.unpack.Compression;
import whence.bytes.unpack.Member;
import whence.bytes.unpack.Tar;
import whence.bytes.unpack.Unpacked;
import whence.timeline.Input;

/// The traces in a packed session, real captures all, and tables of what the captured programs themselves wrote down.
final class SampleSession {
    private static final String TRACES =
            "artifacts/(strace|trace_pipe|bpftrace-(bpf|execve|modload)|kprobe|error_log).*\\.zst";

    private final Map<String, Bytes> traces = new TreeMap<>();

    /// @param name of a file in `sample-sessions`, without its ending
    SampleSession(String name) {
        try {
            Bytes tar = Bytes.of(Files.readAllBytes(Path.of("..", "..", "sample-sessions", name + ".whence")));
            for (Member member : Tar.read(tar, Watch.NONE).members()) {
                if (member.path().matches(TRACES) && !member.path().contains("blacklist")) {
                    Bytes text = Unpacked.head(member.content(), Compression.ZSTD, 1 << 24);
                    traces.put(member.path().replaceAll("artifacts/|\\.zst", ""), text);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Fixture> all() {
        return traces.keySet().stream().map(this::trace).toList();
    }

    Fixture trace(String name) {
        return Fixture.of(new Input(name, traces.get(name)));
    }

    /// Rows of `truth-NAME.csv`.
    static List<String[]> truth(String name) {
        return Fixture.bytes("truth-" + name + ".csv")
                .text()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(",", -1))
                .toList();
    }
}
