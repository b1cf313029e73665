package whence.source.logs.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "%d|2",
                "%d of|2",
                "%%|1",
                "%-08.3llx:|9",
                "%*d|3",
                "%.*s|4",
                "%*.*f|5",
                "%5|2",
                "%l|2",
                "%lld|4",
                "%hhu|4",
                "%zu|3",
                "%tx|3",
                "%8.8X%8.8X|5",
                "%p|2",
                "%px|3",
                "%pK.|3",
                "%pI4|4",
                "%pI4c|5",
                "%pISpc|6",
                "%*pbl,|5",
                "%pUb:|4",
                "%p4cc|5",
                "%pZoo|2",
                "%p x|2",
                "%|1",
                "%é|1",
            })
    void conversions_end_where_the_kernel_ends_them(String text, int length) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertEquals(length, Conversions.length(bytes, 0, bytes.length));
    }
}
