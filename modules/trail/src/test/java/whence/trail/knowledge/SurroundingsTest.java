package whence.trail.knowledge;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.bytes.Watch;
import whence.session.Session;
import whence.trail.Choices;
import whence.trail.Reasoning;
import whence.trail.Step;
import whence.trail.Trail;

/// Rules meet what lies about in a session: settings, versions of tools, users, what the kernel said of the
/// task.
class SurroundingsTest {
    private static final String SOURCE = """
            SYSCALL_DEFINE3(bpf, int, cmd, union bpf_attr __user *, uattr, unsigned int, size)
            {
            	if (sysctl_unprivileged_bpf_disabled && !bpf_capable())
            		return -EPERM;
            	return 0;
            }
            """;

    private static final String BPF =
            "423 14:00:40.050244 bpf(BPF_PROG_LOAD, NULL, 120) = -1 EPERM (Operation not permitted)\n";

    @TempDir
    private Path folder;

    @Test
    void a_setting_that_was_captured_is_known() throws Exception {
        write("strace.txt", BPF);
        write("settings.txt", "kernel.kptr_restrict = 0\nkernel.unprivileged_bpf_disabled = 2\n");
        assertTrue(told().contains("kernel.unprivileged_bpf_disabled forbids bpf()"), this::told);
    }

    @Test
    void a_setting_that_allows_it_explains_nothing() throws Exception {
        write("strace.txt", BPF);
        write("settings.txt", "kernel.unprivileged_bpf_disabled = 0\n");
        assertFalse(told().contains("forbids bpf()"), this::told);
    }

    @Test
    void root_is_told_from_the_exec_of_the_task() throws Exception {
        write("strace.txt", BPF);
        write("settings.txt", "kernel.unprivileged_bpf_disabled = 2\n");
        StringBuilder execs = new StringBuilder("Attaching 1 probe...\n");
        for (int task = 420; task < 426; task++) {
            execs.append("14:00:40.010000 3336147")
                    .append(task)
                    .append("122 ")
                    .append(task)
                    .append("     sh               uid=0 bpfcase 2\n");
        }
        write("execs.txt", execs.toString());
        assertFalse(told().contains("forbids bpf()"), this::told);
    }

    @Test
    void seccomp_is_known_by_the_audit_line_of_this_very_task() throws Exception {
        write("strace.txt", BPF);
        write(
                "dmesg.txt",
                "[   41.000000] audit: type=1326 audit(1.2:3): auid=0 uid=0 pid=423 comm=\"cmd\" syscall=321\n");
        assertTrue(told().contains("seccomp filter"), this::told);
        write(
                "dmesg.txt",
                "[   41.000000] audit: type=1326 audit(1.2:3): auid=0 uid=0 pid=424 comm=\"cmd\" syscall=321\n");
        assertFalse(told().contains("seccomp filter"), this::told);
    }

    @Test
    void lockdown_is_known_by_the_line_that_names_the_program() throws Exception {
        write("strace.txt", "423 14:00:40.000000 execve(\"/bin/cmd\", [\"cmd\"], 0x7f00 /* 1 var */) = 0\n" + BPF);
        write(
                "dmesg.txt",
                "[   41.000000] Lockdown: cmd: unsafe use of perf is restricted; see man kernel_lockdown.7\n");
        assertTrue(told().contains("The kernel is locked down"), this::told);
    }

    @Test
    void a_module_for_another_kernel_is_known_by_its_line() throws Exception {
        write("dmesg.txt", "[   41.000000] dummy: version magic '6.1.0-50 SMP' should be '6.1.0-56 SMP'\n");
        write("dmesg.txt", "<3>" + Files.readString(folder.resolve("capture/dmesg.txt")));
        assertTrue(told().contains("built for another kernel"), this::told);
    }

    @Test
    void what_kmod_can_unpack_says_who_handed_the_file_over() throws Exception {
        write(
                "strace.txt",
                "423 14:00:40.050244 finit_module(3</opt/x.ko.zst>, \"\", 0) = -1 ENOEXEC (Exec format error)\n");
        write("versions.txt", "kmod version 30 +ZSTD +XZ -ZLIB +LIBCRYPTO\n");
        Files.write(folder.resolve("capture/x.ko.zst"), new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, 0, 0, 0});
        assertTrue(told().contains("another program that handed the file over"), this::told);
    }

    /// All sentences of the first trail.
    private String told() {
        Path source = folder.resolve("syscall.c");
        try {
            Files.writeString(source, SOURCE);
            try (Session session =
                    Session.open(List.of(folder.resolve("capture")), folder.resolve("state"), Watch.NONE)) {
                session.addSource("tree", source.toString(), Watch.NONE);
                Reasoning reasoning = Reasoning.of(session);
                Trail trail = reasoning.trail(reasoning.leads(Watch.NONE).getFirst(), Choices.NONE, Watch.NONE);
                return trail.steps().stream().map(Step::why).collect(Collectors.joining("\n"))
                        + trail.verdict().summary();
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("capture")).resolve(name), text);
    }
}
