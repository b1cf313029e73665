package whence.trail.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.session.SessionException;
import whence.trail.Choices;
import whence.trail.Trail;
import whence.trail.Verdict;

class NextProbesTest {
    private static final String CALL = "11 frob(5, 7) = -1 EINVAL (Invalid argument)\n";
    /// Two exits that give the same error, one before and one behind a call.
    private static final String SOURCE = """
            #define EINVAL 22
            SYSCALL_DEFINE2(frob, int, fd, unsigned long, flags)
            {
            	struct frob *frob = frob_of(fd);

            	if (frob->kind > 3)
            		return -EINVAL;
            	if (frob_look(fd))
            		return -EINVAL;
            	return 0;
            }
            """;
    private static final String EQUAL = """
            #define EINVAL 22
            static int frob_check(struct frob *frob)
            {
            	if (frob->kind > 3)
            		return -EINVAL;
            	if (frob->size > 64)
            		return -EINVAL;
            	return 0;
            }
            SYSCALL_DEFINE2(frob, int, fd, unsigned long, flags)
            {
            	return frob_check(frob_of(fd));
            }
            """;

    @Test
    void what_is_left_is_split_by_a_callee_for_each_tool(@TempDir Path folder) throws IOException, SessionException {
        Trail trail = walked(folder, SOURCE, "ffffffff81000400 T __x64_sys_frob\n");
        List<Trail.NextProbe> probes = trail.nextProbes();
        assertEquals(
                List.of("bpftrace", "kprobe_events", "perf"),
                probes.stream().limit(3).map(Trail.NextProbe::tool).toList());
        String all = probes.toString();
        assertTrue(all.contains("kprobe:frob_look /@in[tid]/"), all);
        assertTrue(all.contains("p:whence/frob_look frob_look"), all);
        assertTrue(all.contains("perf probe --add __x64_sys_frob"), all);
        assertTrue(all.contains("Not hit: kernel/frob.c:7 left."), all);
    }

    @Test
    void an_entry_that_the_symbol_list_holds_is_probed(@TempDir Path folder) throws IOException, SessionException {
        Trail trail = walked(folder, SOURCE, "ffffffff81000400 T SyS_frob\n");
        assertTrue(trail.nextProbes().getFirst().text().contains("kprobe:SyS_frob "), trail.nextProbes()::toString);
    }

    @Test
    void equal_returns_are_told_apart_inside_where_a_disassembly_was_captured(@TempDir Path folder)
            throws IOException, SessionException {
        Sample sample = session(folder, EQUAL, "ffffffff81000400 T __x64_sys_frob\n");
        sample.with("frob_check.txt", """

                vmlinux:     file format elf64-x86-64


                Disassembly of section .text:

                ffffffff81000300 <frob_check>:
                frob_check():
                /build/kernel/frob.c:4
                ffffffff81000300:\tcmpl   $0x3,(%rdi)
                ffffffff81000303:\tja     ffffffff81000320 <frob_check+0x20>
                /build/kernel/frob.c:6
                ffffffff81000305:\tcmpl   $0x40,0x4(%rdi)
                ffffffff81000309:\tja     ffffffff81000320 <frob_check+0x20>
                """);
        Trail trail = sample.trail("frob", Choices.NONE);
        String all = trail.nextProbes().toString();
        assertTrue(all.contains("kprobe:frob_check+0x9 /@in[tid]/"), all);
        assertTrue(all.contains("p:whence/frob_check_0x9 frob_check+0x9"), all);
        assertTrue(all.contains("Hit: kernel/frob.c:7 left. Not hit: kernel/frob.c:5 left."), all);
    }

    private static Trail walked(Path folder, String source, String symbols) throws IOException, SessionException {
        Trail trail = session(folder, source, symbols).trail("frob", Choices.NONE);
        assertEquals(Verdict.State.SEVERAL, trail.verdict().state(), trail::toString);
        return trail;
    }

    private static Sample session(Path folder, String source, String symbols) throws IOException {
        return Sample.empty(folder)
                .with("strace.txt", CALL)
                .with("kallsyms.txt", """
                        ffffffff81000000 T _text
                        ffffffff81000200 t frob_look
                        ffffffff81000300 t frob_check
                        """ + symbols)
                .with("sources/f/kernel/frob.c", source)
                .manifest("""
                        {"schema": 1, "title": "frob",
                         "sources": [{"label": "frob", "kind": "artifact", "path": "artifacts/sources/f/"}]}
                        """);
    }
}
