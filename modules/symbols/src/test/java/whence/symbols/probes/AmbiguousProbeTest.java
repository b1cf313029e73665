package whence.symbols.probes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whence.symbols.facts.KernelVersion;

class AmbiguousProbeTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "6.6.0, '', REFUSED",
                "6.18.44-fc, '', REFUSED",
                "6.1.0-56-amd64, '#1 SMP PREEMPT_DYNAMIC Debian 6.1.192-2 (2026-11-01)', REFUSED",
                "6.1.0-13-amd64, '#1 SMP PREEMPT_DYNAMIC Debian 6.1.55-1 (2023-09-29)', FIRST_TAKEN",
                "6.1.0-56-amd64, '', REFUSED",
                "6.1.0-13-cloud-amd64, '', FIRST_TAKEN",
                "6.1.0-1028-oem, '', UNKNOWN",
                "6.1.59, '', FIRST_TAKEN",
                "6.1.60, '', REFUSED",
                "6.5.8-arch1-1, '#1 SMP PREEMPT_DYNAMIC Thu, 19 Oct 2023 22:52:14 +0000', FIRST_TAKEN",
                "6.5.0-14-generic, '#14~22.04.1-Ubuntu SMP PREEMPT_DYNAMIC Mon Nov 20 18:15:30 UTC 2', UNKNOWN",
                "5.15.144, '', FIRST_TAKEN",
                "5.15.145, '', REFUSED",
                "5.15.0-86-generic, '', UNKNOWN",
                "5.10.226, '', FIRST_TAKEN",
                "5.10.240, '', UNKNOWN",
                "3.10.0-1160.el7.x86_64, '#1 SMP Mon Oct 19 16:18:59 UTC 2020', FIRST_TAKEN"
            })
    void a_kernel_refuses_ambiguous_names_since(String release, String version, AmbiguousProbe expected) {
        KernelVersion kernel = KernelVersion.of(release, version).orElseThrow();
        assertEquals(expected, AmbiguousProbe.of(kernel), kernel.toString());
    }

    @Test
    void what_is_not_known_says_why() {
        assertTrue(AmbiguousProbe.UNKNOWN.why(null).endsWith("nothing in the session says which kernel this is"));
        assertTrue(AmbiguousProbe.UNKNOWN
                .why(new KernelVersion(5, 15, 0))
                .endsWith("the release hides the patch level of this 5.15"));
    }
}
