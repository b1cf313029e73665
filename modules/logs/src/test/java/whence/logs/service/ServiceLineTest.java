package whence.logs.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.logs.LogFields;
import whence.logs.LogReaders;
import whence.timeline.EventReader;
import whence.timeline.Events;
import whence.timeline.Input;

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
}
