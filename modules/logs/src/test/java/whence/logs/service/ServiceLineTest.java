package whence.logs.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.logs.LogFields;
import whence.logs.LogReaders;
import whence.logs.Readings;
import whence.timeline.Detail;
import whence.timeline.EventReader;
import whence.timeline.Events;
import whence.timeline.Input;
import whence.timeline.Texts;
import whence.timeline.Timeline;
import whence.timeline.filter.Filter;

class ServiceLineTest {
    @Test
    void klog_gives_level_place_and_pairs() {
        ServiceLine line = ServiceLine.of(
                        "E1120 22:53:49.826484    1234 pod_workers.go:951] \"Error syncing pod\" err=\"no \\\"CNI\\\"\" pod=kube/x")
                .orElseThrow();
        assertEquals("error", line.level());
        assertEquals("Error syncing pod", line.message());
        assertEquals(
                Map.of("thread", "1234", "place", "pod_workers.go:951", "err", "no \"CNI\"", "pod", "kube/x"),
                line.fields());
    }

    @Test
    void logfmt_gives_its_own_time_and_level() {
        ServiceLine line = ServiceLine.of(
                        "time=\"2026-11-20T22:53:49.1Z\" level=warning msg=\"cleanup failed\" error=\"exec: \\\"modprobe\\\"\" id=4f")
                .orElseThrow();
        assertEquals("warning", line.level());
        assertEquals("2026-11-20T22:53:49.1Z", line.time());
        assertEquals("cleanup failed", line.message());
        assertEquals(Map.of("error", "exec: \"modprobe\"", "id", "4f"), line.fields());
    }

    @Test
    void a_json_object_gives_its_members() {
        ServiceLine line = ServiceLine.of("{\"severity\":\"ERROR\",\"ts\":1.5,\"msg\":\"lost\",\"n\":3}")
                .orElseThrow();
        assertEquals(new ServiceLine("error", "1.5", "lost", Map.of("n", "3")), line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "time=", "level", "E1120 nothing", "Invalid ELF header magic: != \\x7fELF", "time=1 x"})
    void other_messages_have_no_parts(String message) {
        assertTrue(ServiceLine.of(message).isEmpty());
    }

    @Test
    void the_level_becomes_a_column_of_the_journal() {
        Input input = new Input(
                "j.export",
                Bytes.ofText("__REALTIME_TIMESTAMP=1\nMESSAGE=I1120 22:53:49.826484 7 a.go:1] fine\n\n"
                        + "__REALTIME_TIMESTAMP=2\nMESSAGE=plain\n\n"));
        EventReader export = LogReaders.all().stream()
                .filter(r -> r.format().equals("journal-export"))
                .findFirst()
                .orElseThrow();
        Events events = export.read(input, Watch.NONE);
        assertEquals("info", events.text(LogFields.LEVEL, 0));
        assertEquals(null, events.text(LogFields.LEVEL, 1));
        assertEquals(
                "service", export.detail(input, events, 0).children().getLast().name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "E1120 22:53:49.826484    1234 pod_workers.go:951] \"Error\" err=\"x\"",
                "time=\"2026-11-20T22:53:49.1Z\" level=warning msg=\"cleanup failed\"",
                "{\"severity\":\"ERROR\",\"ts\":1.5,\"msg\":\"lost\",\"n\":3}",
                "{\"nothing\": true}",
                "level=info only"
            })
    void the_quick_look_says_the_same_level(String message) {
        byte[] bytes = message.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(
                ServiceLine.of(message).map(ServiceLine::level).orElse(""), ServiceLevel.in(bytes, 0, bytes.length));
    }

    /// Whatever a service wrote into its message can be asked for by its name.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            detail.trace_id:4f*             | 1
            detail.latency_ms:>100          | 1
            detail.latency_ms:<100          | 0
            detail.level:error              | 2
            detail.time~"22:53"             | 1
            detail.pod:kube/x detail.level:error | 1
            -detail.level:error             | 2
            detail.@version:1               | 1
            detail.nothing:x                | 0
            """)
    void fields_of_services_are_there_to_filter_by(String filter, int passing) {
        Readings log = Readings.of("syslog", """
                Nov 20 22:53:49 lab shop[7]: {"level":"info","ts":1.5,"msg":"done","trace_id":"4f1d","latency_ms":250,"@version":"1"}
                Nov 20 22:53:49 lab kubelet[8]: E1120 22:53:49.826484    1234 pod.go:951] "Error syncing pod" pod=kube/x
                Nov 20 22:53:49 lab containerd[9]: time="2026-11-20T21:00:00Z" level=error msg="cleanup failed"
                Nov 20 22:53:50 lab kernel: usb 1-1: new device
                """, Map.of());
        Filter parsed = (Filter) Filter.parse(filter);
        assertEquals(
                passing,
                parsed.over(Timeline.of(List.of(log.events())), texts(log), Watch.NONE)
                        .count());
    }

    private static Texts texts(Readings log) {
        return new Texts() {
            @Override
            public String text(Events events, int row) {
                return log.text(row);
            }

            @Override
            public Detail detail(Events events, int row) {
                return log.reader().detail(log.input(), events, row);
            }

            @Override
            public Optional<Bytes> plain(Events events) {
                return Optional.empty();
            }
        };
    }
}
