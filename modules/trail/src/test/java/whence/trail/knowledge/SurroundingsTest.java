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
                "[   41.000000] audit: type=1326 audit(1.2:3): auid=0 uid=0 pid=423 comm=\"cmd\" syscall=321 code=0x50000\n");
        assertTrue(told().contains("seccomp filter"), this::told);
        write(
                "dmesg.txt",
                "[   41.000000] audit: type=1326 audit(1.2:3): auid=0 uid=0 pid=424 comm=\"cmd\" syscall=321 code=0x50000\n");
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

    @Test
    void a_rule_about_another_way_out_than_the_one_left_is_withheld() throws Exception {
        write("strace.txt", BPF);
        write("settings.txt", "kernel.unprivileged_bpf_disabled = 2\n");
        assertTrue(told().contains("forbids bpf()"), this::told);
        String told = told("""
                static int bpf_prog_load(union bpf_attr *attr)
                {
                	if (attr->prog_type == 5 && !capable(38))
                		return -EPERM;
                	return 0;
                }

                SYSCALL_DEFINE3(bpf, int, cmd, union bpf_attr __user *, uattr, unsigned int, size)
                {
                	return bpf_prog_load(uattr);
                }
                """);
        assertTrue(told.contains("bpf_prog_load"), told);
        assertFalse(told.contains("forbids bpf()"), told);
    }

    @Test
    void a_low_limit_of_locked_memory_is_known_where_the_task_did_not_raise_it() throws Exception {
        String body = """
                static int bpf_charge_memlock(struct user_struct *user, u32 pages)
                {
                	if (atomic_long_add_return(pages, &user->locked_vm) > rlimit(8))
                		return -EPERM;
                	return 0;
                }

                SYSCALL_DEFINE3(bpf, int, cmd, union bpf_attr __user *, uattr, unsigned int, size)
                {
                	return bpf_charge_memlock(uattr, 1);
                }
                """;
        write("dmesg.txt", "[    0.000000] Linux version 5.10.0-28-amd64 (a@b) (gcc) #1 SMP\n");
        write("strace.txt", "423 14:00:40.000000 geteuid() = 0\n" + BPF);
        assertTrue(told(body).contains("RLIMIT_MEMLOCK"), told(body));
        String raised =
                "prlimit64(0, RLIMIT_MEMLOCK, {rlim_cur=RLIM64_INFINITY, rlim_max=RLIM64_INFINITY}, NULL) = 0\n";
        write("strace.txt", "423 14:00:40.000000 geteuid() = 0\n423 14:00:40.000001 " + raised + BPF);
        assertFalse(told(body).contains("RLIMIT_MEMLOCK"), told(body));
        write("strace.txt", "423 14:00:40.000000 geteuid() = 0\n424 14:00:40.000001 " + raised + BPF);
        assertTrue(told(body).contains("RLIMIT_MEMLOCK"), "another task's limit: " + told(body));
        write("strace.txt", "423 14:00:40.000000 geteuid() = 1000\n" + BPF);
        assertFalse(told(body).contains("RLIMIT_MEMLOCK"), told(body));
    }

    @Test
    void a_locked_down_kernel_is_known_by_what_securityfs_shows() throws Exception {
        write(
                "strace.txt",
                "423 14:00:40.050244 finit_module(3</opt/x.ko>, \"\", 0) = -1 EPERM (Operation not permitted)\n");
        write("lockdown.txt", "none [integrity] confidentiality\n");
        assertTrue(told("int none;\n").contains("The kernel is locked down"), told("int none;\n"));
        write("lockdown.txt", "[none] integrity confidentiality\n");
        assertFalse(told("int none;\n").contains("The kernel is locked down"), told("int none;\n"));
    }

    @Test
    void the_command_line_may_stand_in_a_file_of_its_own() throws Exception {
        write(
                "strace.txt",
                "423 14:00:40.050244 bpf(BPF_PROG_LOAD, {prog_type=BPF_PROG_TYPE_SOCKET_FILTER}, 72)"
                        + " = -1 EINVAL (Invalid argument)\n");
        write("dmesg.txt", "[    0.000000] Linux version 3.10.0-1160.el7.x86_64 (a@b) (gcc) #1 SMP\n");
        write("cmdline.txt", "BOOT_IMAGE=/vmlinuz ro\n");
        assertTrue(told("int none;\n").contains("The kernels of RHEL 7"), told("int none;\n"));
        write("cmdline.txt", "BOOT_IMAGE=/vmlinuz ro bpftest\n");
        assertFalse(told("int none;\n").contains("The kernels of RHEL 7"), told("int none;\n"));
    }

    @Test
    void what_the_kernel_was_booted_with_can_speak_against_a_rule() throws Exception {
        String banner = "[    0.000000] Linux version 3.10.0-1160.el7.x86_64 (a@b) (gcc) #1 SMP\n";
        write(
                "strace.txt",
                "423 14:00:40.050244 bpf(BPF_PROG_LOAD, {prog_type=BPF_PROG_TYPE_SOCKET_FILTER}, 72)"
                        + " = -1 EINVAL (Invalid argument)\n");
        write("dmesg.txt", banner + "[    0.000000] Command line: BOOT_IMAGE=/vmlinuz ro\n");
        assertTrue(told("int none;\n").contains("The kernels of RHEL 7"), told("int none;\n"));
        write("dmesg.txt", banner + "[    0.000000] Command line: BOOT_IMAGE=/vmlinuz ro bpftest\n");
        assertFalse(told("int none;\n").contains("The kernels of RHEL 7"), told("int none;\n"));
    }

    /// All sentences of the first trail.
    private String told() {
        return told(SOURCE);
    }

    private String told(String text) {
        Path source = folder.resolve("syscall.c");
        try {
            Files.writeString(source, text);
            try (Session session =
                    Session.open(List.of(folder.resolve("capture")), folder.resolve("state"), Watch.NONE)) {
                session.addSource("tree", source.toString(), Watch.NONE);
                Reasoning reasoning = Reasoning.of(session);
                Trail trail = reasoning.trail(reasoning.leads(Watch.NONE).getFirst(), Choices.NONE, Watch.NONE);
                return trail.steps().stream()
                                .map(s -> s.title() + "\n" + s.why() + " (" + s.grade() + ")")
                                .collect(Collectors.joining("\n"))
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
