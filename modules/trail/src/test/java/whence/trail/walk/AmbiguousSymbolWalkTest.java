package whence.trail.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.session.SessionException;
import whence.trail.Choices;
import whence.trail.Lead;
import whence.trail.Step;
import whence.trail.Trail;
import whence.trail.Verdict;

class AmbiguousSymbolWalkTest {
    @Test
    void the_refused_probe_is_explained_by_two_copies_each_with_its_object() throws SessionException {
        Path session = Sample.packed("ambiguous-symbol");
        assertEquals(Lead.Kind.REFUSED_PROBE, Sample.leads(session).getFirst().kind());
        Trail trail = Sample.trail(session, "load_elf_binary", Choices.NONE);
        assertEquals(Verdict.State.EXPLAINED, trail.verdict().state());
        List<String> copies = Told.step(trail, "stands for 2 functions").candidates().stream()
                .map(Step.Candidate::title)
                .toList();
        assertEquals(List.of("copy 1 at 0xffffffff8d3e9c10", "copy 2 at 0xffffffff8d3ec960"), copies);
        String objects = Told.step(trail, "The copies come from").title();
        assertTrue(objects.endsWith("from binfmt_elf.c and compat_binfmt_elf.c"), objects);
        String twice = Told.step(trail, "compiled twice").why();
        assertTrue(twice.contains("fs/compat_binfmt_elf.c:144 includes fs/binfmt_elf.c"), twice);
        List<String> probes =
                trail.nextProbes().stream().map(Trail.NextProbe::text).toList();
        assertTrue(probes.contains("p:whence/load_elf_binary_2 _text+4114784"), probes::toString);
    }

    @Test
    void the_size_in_a_trace_tells_which_copy_a_program_entered(@TempDir Path folder)
            throws IOException, SessionException {
        Trail trail = copiesEntered(folder, "1a0").trail("load_elf_binary", Choices.NONE);
        String why = Told.step(trail, "What entered which copy").why();
        assertTrue(why.contains("Copy 1 was entered twice; the tasks then became /bin/date"), why);
        assertTrue(
                why.contains("Copy 2 was entered once, each time after the same task had entered copy 1;"
                        + " the tasks then became /opt/old32 (once)."),
                why);
    }

    @Test
    void copies_of_one_size_are_not_told_apart(@TempDir Path folder) throws IOException, SessionException {
        Trail trail = copiesEntered(folder, "100").trail("load_elf_binary", Choices.NONE);
        assertTrue(trail.steps().stream().noneMatch(s -> s.title().contains("entered which")), trail::toString);
    }

    /// @param size of the second copy, hexadecimal; the first has 0x100 bytes
    private static Sample copiesEntered(Path folder, String size) throws IOException {
        long second = 0xffffffff81000200L;
        return Sample.empty(folder)
                .with("kallsyms.txt", """
                        ffffffff81000000 T _text
                        ffffffff81000100 t load_elf_binary
                        ffffffff81000200 t load_elf_binary
                        %x t elf_map
                        """.formatted(second + Long.parseLong(size, 16)))
                .with("bpftrace.txt", """
                        Attaching 1 probe...
                        cannot attach kprobe, Cannot assign requested address
                        ERROR: Error attaching probe: 'kprobe:load_elf_binary'
                        """)
                .with("trace_pipe.txt", """
                                    bash-11    [000] .....    10.000100: native: (load_elf_binary+0x0/0x100)
                                    date-11    [000] .....    10.000200: sched_process_exec: filename=/bin/date pid=11 old_pid=11
                                    bash-12    [000] .....    11.000100: native: (load_elf_binary+0x0/0x100)
                                    bash-12    [000] .....    11.000150: compat: (load_elf_binary+0x0/0x%s)
                                   old32-12    [000] .....    11.000200: sched_process_exec: filename=/opt/old32 pid=12 old_pid=12
                        """.formatted(size));
    }

    @Test
    void addresses_that_are_all_zero_are_counted_and_never_shown(@TempDir Path folder)
            throws IOException, SessionException {
        Sample zero = Sample.empty(folder).with("kallsyms.txt", """
                        0000000000000000 T _text
                        0000000000000000 t load_elf_binary
                        0000000000000000 t elf_map
                        0000000000000000 t load_elf_binary
                        """).with("bpftrace.txt", """
                        Attaching 1 probe...
                        cannot attach kprobe, Cannot assign requested address
                        ERROR: Error attaching probe: 'kprobe:load_elf_binary'
                        """);
        Trail trail = zero.trail("load_elf_binary", Choices.NONE);
        assertEquals(Verdict.State.EXPLAINED, trail.verdict().state());
        Step copies = Told.step(trail, "stands for 2 functions, at hidden addresses");
        assertEquals(2, copies.candidates().size());
        assertFalse(trail.toString().contains("0x0000000000000000"));
        assertEquals(List.of(), trail.nextProbes());
    }
}
