package whence.trail.lead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.bytes.Watch;
import whence.session.Session;
import whence.session.SessionException;
import whence.trail.Leads;

/// What is missing is said with the way to get it, and only where it is missing.
class LacksTest {
    private static final String BANNER =
            "[    0.000000] Linux version 6.1.0-56-amd64 (debian-kernel@lists.debian.org) (gcc-12) #1 SMP Debian 6.1.192-2\n";
    private static final String ERROR = "[   41.948307] Invalid ELF header magic: != x\n";

    @TempDir
    private Path folder;

    @Test
    void a_debian_kernel_without_source_names_the_package() throws Exception {
        write("dmesg.txt", BANNER + ERROR);
        List<String> lacks = lacks();
        assertTrue(lacks.getFirst().contains("6.1.0-56-amd64"), lacks.toString());
        assertTrue(lacks.getFirst().contains("apt-get install linux-source-6.1,"), lacks.toString());
        assertTrue(lacks.getLast().contains("strace -f"), lacks.toString());
    }

    @Test
    void a_source_that_is_there_is_not_missed() throws Exception {
        write("dmesg.txt", BANNER + ERROR);
        Path file = Files.writeString(folder.resolve("main.c"), "void f(void)\n{\n}\n");
        try (Session session = open()) {
            session.addSource("tree", file.toString(), Watch.NONE);
            List<String> lacks = Leads.of(session, Watch.NONE).getFirst().lacks();
            assertEquals(1, lacks.size(), lacks.toString());
            assertTrue(lacks.getFirst().contains("strace"), lacks.toString());
        }
    }

    @Test
    void a_log_without_its_boot_does_not_say_which_kernel_ran() throws Exception {
        write("dmesg.txt", ERROR);
        assertTrue(lacks().getFirst().contains("uname -r"), lacks().toString());
    }

    @Test
    void a_failed_call_without_probes_lacks_probes() throws Exception {
        write("strace.txt", "10975 14:00:40.050244 bpf(BPF_PROG_LOAD, NULL, 120) = -1 EINVAL (Invalid argument)\n");
        assertTrue(lacks().getLast().contains("probes inside the kernel"), lacks().toString());
    }

    private List<String> lacks() throws SessionException {
        try (Session session = open()) {
            return Leads.of(session, Watch.NONE).getFirst().lacks();
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("capture")).resolve(name), text);
    }

    private Session open() throws SessionException {
        return Session.open(List.of(folder.resolve("capture")), Watch.NONE);
    }
}
