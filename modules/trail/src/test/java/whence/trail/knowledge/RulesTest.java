package whence.trail.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import whence.evidence.Grade;
import whence.evidence.Span;

class RulesTest {
    private final Rules rules = Rules.shipped();

    static Stream<Arguments> facts_that_each_rule_applies_to() {
        return Stream.of(
                Arguments.of("module-zstd", "call=finit_module errno=ENOEXEC magic=ZSTD"),
                Arguments.of("module-xz", "call=finit_module errno=ENOEXEC magic=XZ"),
                Arguments.of("module-gzip", "call=init_module errno=ENOEXEC magic=GZIP"),
                Arguments.of("kmod-without-zstd", "call=finit_module magic=ZSTD kmod.refuses=gz_zst"),
                Arguments.of("kmod-without-xz", "call=init_module magic=XZ kmod.refuses=xz"),
                Arguments.of("kmod-without-gzip", "call=init_module magic=GZIP kmod.refuses=gz"),
                Arguments.of("kmod-older-than-zstd", "call=finit_module magic=ZSTD kmod.version=26"),
                Arguments.of("kmod-reads-zstd", "call=finit_module magic=ZSTD kmod.reads=xz_zst"),
                Arguments.of("module-vermagic", "line=dummy:_version_magic_'6.1.0'_should_be_'6.1.1'"),
                Arguments.of("module-unprivileged", "call=finit_module errno=EPERM"),
                Arguments.of("lockdown", "line=Lockdown:_insmod:_x_is_restricted;_see_man_kernel_lockdown.7"),
                Arguments.of("kallsyms-hidden", "kallsyms=all-zero"),
                Arguments.of("bpf-unprivileged", "call=bpf errno=EPERM sysctl.kernel.unprivileged_bpf_disabled=2"),
                Arguments.of("bpf-memlock", "call=bpf errno=EPERM release=5.10.0-28-amd64 uid=0"),
                Arguments.of("seccomp", "line=audit:_type=1326_audit(1.2:3)"),
                Arguments.of(
                        "rhel7-program-types",
                        "call=bpf errno=EINVAL release=3.10.0-1160.el7.x86_64 arg.prog_type=BPF_PROG_TYPE_SOCKET_FILTER"),
                Arguments.of("kprobe-not-unique", "probe-refused=load_elf_binary copies=2"));
    }

    static Stream<Arguments> facts_that_no_rule_applies_to() {
        return Stream.of(
                Arguments.of("an ELF file", "call=finit_module errno=ENOEXEC magic=ELF"),
                Arguments.of(
                        "a compressed module that was not refused so", "call=finit_module errno=EINVAL magic=ZSTD"),
                Arguments.of("a kmod that reads it", "call=finit_module magic=XZ kmod.version=30 kmod.reads=xz"),
                Arguments.of("root", "call=bpf errno=EPERM sysctl.kernel.unprivileged_bpf_disabled=2 uid=0"),
                Arguments.of("a newer kernel", "call=bpf errno=EPERM release=6.1.0-56-amd64 uid=0"),
                Arguments.of(
                        "a type that RHEL 7 has",
                        "call=bpf errno=EINVAL release=3.10.0-1160.el7.x86_64 arg.prog_type=BPF_PROG_TYPE_KPROBE"),
                Arguments.of("one copy", "probe-refused=load_elf_binary copies=1"));
    }

    @ParameterizedTest
    @MethodSource("facts_that_each_rule_applies_to")
    void applies(String rule, String facts) {
        List<Rule.Conclusion> found = rules.apply(facts(facts));
        assertEquals(List.of(rule), found.stream().map(c -> c.rule().id()).toList());
        assertEquals(Grade.DERIVED, found.getFirst().grade());
        assertTrue(!found.getFirst().evidence().isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("facts_that_no_rule_applies_to")
    void does_not_apply_to(String what, String facts) {
        assertEquals(List.of(), rules.apply(facts(facts)), what);
    }

    @Test
    void every_shipped_rule_is_tested_here() {
        Set<String> tested = new HashSet<>();
        facts_that_each_rule_applies_to().forEach(a -> tested.add((String) a.get()[0]));
        assertEquals(tested, new HashSet<>(rules.all().stream().map(Rule::id).toList()));
    }

    @Test
    void a_paragraph_without_source_is_no_rule() {
        assertThrows(IllegalArgumentException.class, () -> Rules.parse("rule: x\nsays: y\nrefuted-by: z\n"));
    }

    private static List<Fact> facts(String text) {
        List<Fact> facts = new ArrayList<>();
        for (String word : text.split(" ")) {
            String[] sides = word.split("=", 2);
            facts.add(Fact.observed(
                    sides[0],
                    sides[1].replace('_', word.startsWith("line=") || word.startsWith("kmod") ? ' ' : '_'),
                    new Span("a", 1, 0, 1)));
        }
        return facts;
    }
}
