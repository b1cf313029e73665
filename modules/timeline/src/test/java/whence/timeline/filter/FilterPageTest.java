package whence.timeline.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.timeline.Field;
import whence.timeline.Fields;
import whence.timeline.filter.grammar.FilterError;
import whence.timeline.filter.grammar.Names;

/// The page that documents the language, held against the language.
class FilterPageTest {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private static String page() throws IOException {
        return Files.readString(Path.of("../../docs/filters.md"));
    }

    @Test
    void every_example_is_a_filter() throws IOException {
        List<String> examples = page().lines()
                .dropWhile(line -> !line.startsWith("|---"))
                .skip(1)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.substring(0, line.indexOf(" | ", 2)))
                .flatMap(cell ->
                        CODE.matcher(cell).results().map(found -> found.group(1).replace("\\|", "|")))
                .toList();
        assertTrue(examples.size() > 35, "only " + examples.size() + " examples were found");
        examples.forEach(example -> assertInstanceOf(Filter.class, Filter.parse(example), example));
    }

    @Test
    void every_field_kind_and_clock_is_named() throws IOException {
        List<String> named =
                CODE.matcher(page()).results().map(found -> found.group(1)).toList();
        List<String> missing = Stream.of(
                        Fields.all().stream().map(Field::name),
                        Names.COMMON.stream(),
                        Stream.of(EventKind.values()).map(kind -> kind.name().toLowerCase(Locale.ROOT)),
                        Stream.of(Clock.values()).map(clock -> clock.name().toLowerCase(Locale.ROOT)))
                .flatMap(names -> names)
                .filter(name -> !named.contains(name))
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void the_error_on_the_page_is_what_the_language_says() throws IOException {
        FilterError error = (FilterError) Filter.parse("errno:EINVL");
        String shown = "--where: " + error.message() + "\n  errno:EINVL\n  " + " ".repeat(error.position())
                + "^".repeat(error.length()) + "\n";
        assertTrue(page().contains(shown), shown);
    }

    @Test
    void what_nobody_would_nest_is_refused_and_not_overflown() {
        assertInstanceOf(FilterError.class, Filter.parse("(".repeat(100_000)));
        assertInstanceOf(FilterError.class, Filter.parse("NOT ".repeat(100_000) + "a"));
        assertInstanceOf(Filter.class, Filter.parse("(".repeat(50) + "a" + ")".repeat(50)));
    }
}
