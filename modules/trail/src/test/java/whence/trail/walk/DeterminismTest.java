package whence.trail.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whence.session.SessionException;
import whence.trail.Choices;

class DeterminismTest {
    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    @ParameterizedTest
    @CsvSource({"invalid-elf, Invalid ELF", "ambiguous-symbol, load_elf_binary", "centos7-bpf-einval, libbpf: Error"})
    void a_trail_is_the_same_under_any_locale_and_zone(String session, String title) throws SessionException {
        String before =
                Sample.trail(Sample.packed(session), title, Choices.NONE).toString();
        Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
        assertEquals(
                before,
                Sample.trail(Sample.packed(session), title, Choices.NONE).toString());
    }
}
