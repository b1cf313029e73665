package whence.trail.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceHintsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "6.1.0-56-amd64|linux-source-6.1,",
                "6.1.0-0.deb11.56-amd64|Debian 11 with its backports: apt-get install linux-source-6.1,",
                "5.10.0-38-cloud-amd64|linux-source-5.10,",
                "6.12+deb13-amd64|linux-source-6.12,",
                "5.15.0-91-generic|linux-source-5.15.0,",
                "3.10.0-1160.el7.x86_64|kernel-3.10.0-1160.el7.src.rpm",
                "5.14.0-427.el9.x86_64|--source kernel-5.14.0-427.el9",
                "6.11.4-301.fc41.x86_64|--source kernel-6.11.4-301.fc41",
                "6.4.0-150600.23-default|kernel-source",
                "6.18.0-rc3+|linux.git@v6.18-rc3",
                "6.18.0-mine|linux.git@v6.18",
                "6.6.31|linux.git@v6.6.31"
            })
    void a_release_names_the_way_to_its_source(String release, String way) {
        assertTrue(
                SourceHints.shipped().of(release).orElse("nothing").contains(way),
                () -> SourceHints.shipped().of(release).toString());
    }

    @Test
    void a_release_like_none_known_names_no_way() {
        assertEquals(Optional.empty(), SourceHints.shipped().of("homebrew"));
    }
}
