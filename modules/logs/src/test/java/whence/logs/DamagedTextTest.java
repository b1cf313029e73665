package whence.logs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import whence.bytes.Bytes;

/// Text forms with bytes flipped, cut and repeated: every reader reads each of them to its end.
class DamagedTextTest {
    private static final String LINES = """
            mei 30 22:53:49 lab kernel: [33B blob data]
            Nov 20 22:53:49 lab kernel: [   41.948307] message repeated 2 times: [ a#177]
            <34>1 2026-11-20T22:53:29Z host app 12 - [x@1 a="b"] text
            Fri 2026-11-20 22:53:21.420769 CET [s=02e8;i=1;b=ae0e3fa746344611b31a7bd19b8deea8;m=ce7712;t=660bc45cca1e1;x=7f]
                MESSAGE=x
            kern  :err   : [vr nov 20 22:53:48 2026] x \\x7f
            6,339,5140900,-,caller=T1;a
             SUBSYSTEM=acpi
            Panic#2 Part1
            {"dmesg": [ {"pri": 5, "time": 0.5, "msg": "a\\u0001"},{"msg":[1,2]} ] }
            {"__CURSOR":"s=1;i=f","MESSAGE":[1,300,-5],"_PID":["1","2"],"PRIORITY":null}
            INFO: task a:1 blocked for more than 120 seconds.
            """;

    @Test
    void two_hundred_seeds() throws IOException {
        mutate(200);
    }

    @Tag("deep")
    @Test
    void ten_thousand_seeds() throws IOException {
        mutate(10_000);
    }

    private static void mutate(int seeds) throws IOException {
        List<byte[]> originals = List.of(
                LINES.getBytes(StandardCharsets.UTF_8),
                Arrays.copyOf(resource("/journals/keyed1-compact1-zstd.export.gz"), 6000),
                resource("/reports/oops-x86.txt"),
                resource("/reports/s390-ppc.txt"));
        for (int seed = 0; seed < seeds; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] mutated = mutate(originals.get(seed % originals.size()), random);
            for (whence.timeline.EventReader reader : LogReaders.all()) {
                Readings readings = Readings.of(reader.format(), Bytes.of(mutated), Map.of());
                readings.lookAtEverything();
                assertTrue(readings.events().count() <= mutated.length);
            }
        }
    }

    private static byte[] mutate(byte[] original, SplittableRandom random) {
        byte[] bytes = original.clone();
        for (int i = random.nextInt(1, 8); i > 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes = Arrays.copyOf(bytes, at + 1);
                case 2 -> bytes[at] = '\n';
                default -> {
                    int from = random.nextInt(bytes.length);
                    int length = Math.min(random.nextInt(64), bytes.length - Math.max(at, from));
                    System.arraycopy(bytes, from, bytes, at, length);
                }
            }
        }
        return bytes;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(DamagedTextTest.class.getResourceAsStream(name))) {
            return name.endsWith(".gz") ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
        }
    }
}
