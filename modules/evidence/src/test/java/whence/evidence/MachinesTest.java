package whence.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachinesTest {
    @ParameterizedTest
    @CsvSource({
        "6.1.0-56-amd64, x86",
        "6.1.0-56-686-pae, x86",
        "3.10.0-1160.el7.x86_64, x86",
        "6.1.0-56-cloud-arm64, arm64",
        "6.1.0-56-armmp-lpae, arm",
        "5.10.0-28-4kc-malta, mips",
        "5.10.0-28-5kc-malta, mips",
        "6.1.0-18-octeon, mips",
        "4.19.0-27-loongson-3, mips",
        "6.12.9+deb13-mips64r2el, mips",
        "6.9.0-sparc64-smp, sparc",
        "6.9.0-sparc64, sparc",
        "6.8.9-parisc64, parisc",
        "6.8.9-alpha-smp, alpha",
        "6.1.0-56-powerpc64le, powerpc"
    })
    void a_release_names_its_architecture(String release, String folder) {
        assertEquals(Optional.of(folder), Machines.ofRelease(release));
    }

    @Test
    void most_releases_do_not() {
        assertEquals(Optional.empty(), Machines.ofRelease("6.1.192"));
        assertEquals(Optional.empty(), Machines.ofRelease("5.15.0-91-generic"));
        assertEquals(Optional.empty(), Machines.ofRelease("6.1.0-1-test"));
    }

    @ParameterizedTest
    @CsvSource({"mips, mips", "mips64, mips", "mipsel, mips", "mips64el, mips", "sparc64, sparc", "parisc64, parisc"})
    void a_machine_has_its_folder(String machine, String folder) {
        assertEquals(Optional.of(folder), Machines.architecture(machine));
    }
}
