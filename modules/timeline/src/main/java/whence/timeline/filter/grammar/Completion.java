package whence.timeline.filter.grammar;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import whence.evidence.Clock;
import whence.evidence.Errno;
import whence.evidence.EventKind;
import whence.timeline.Column;
import whence.timeline.Events;
import whence.timeline.Field;
import whence.timeline.Timeline;

/// Says how a filter that is being typed could go on. Stateless.
///
/// @param from where the word that is being typed begins; the choice replaces the text from there to the cursor
/// @param choices in order of the alphabet
public record Completion(int from, List<String> choices) {
    private static final int MOST = 50;

    public Completion {
        choices = List.copyOf(choices);
    }

    /// What could stand at the cursor: names of fields with their colon, or the values that the events have.
    public static Completion at(String text, int cursor, Timeline timeline) {
        String before = text.substring(0, Math.max(0, Math.min(cursor, text.length())));
        int word = wordStart(before);
        int operator = operator(before, word);
        return operator < 0 ? names(before, word, timeline) : values(before, word, operator, timeline);
    }

    private static int wordStart(String before) {
        int at = before.length();
        while (at > 0 && " (\t".indexOf(before.charAt(at - 1)) < 0) {
            at--;
        }
        return before.startsWith("-", at) ? at + 1 : at;
    }

    /// Place behind the operator of `name:…`, or -1.
    private static int operator(String before, int word) {
        int at = word;
        while (at < before.length() && (Character.isLetter(before.charAt(at)) || before.charAt(at) == '_')) {
            at++;
        }
        int end = at;
        while (end < before.length() && ":~<>=!".indexOf(before.charAt(end)) >= 0) {
            end++;
        }
        return at > word && end > at ? end : -1;
    }

    private static Completion names(String before, int word, Timeline timeline) {
        String typed = before.substring(word);
        Stream<String> declared = timeline.fields().stream().map(Field::name);
        Stream<String> names = Stream.concat(Names.COMMON.stream(), declared).map(name -> name + ":");
        return of(word, typed, names);
    }

    private static Completion values(String before, int word, int operator, Timeline timeline) {
        String name = before.substring(word).replaceFirst("[^A-Za-z_].*$", "");
        int comma = before.lastIndexOf(',');
        int from = Math.max(operator, comma + 1);
        String typed = before.substring(from);
        return switch (name) {
            case "kind" -> of(from, typed, lower(EventKind.values()));
            case "clock" -> of(from, typed, lower(Clock.values()));
            case "errno" -> of(from, typed, errors(timeline));
            default -> of(from, typed, texts(name, timeline).stream());
        };
    }

    private static Stream<String> lower(Enum<?>[] values) {
        return Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT));
    }

    /// The names that the machine of these events has for errors.
    private static Stream<String> errors(Timeline timeline) {
        return Stream.concat(timeline.artifacts().stream().map(Events::errors), Stream.of(Errno.GENERIC))
                .limit(1)
                .flatMap(errors -> errors.all().stream());
    }

    private static Collection<String> texts(String name, Timeline timeline) {
        TreeSet<String> texts = new TreeSet<>();
        timeline.artifacts().forEach(events -> {
            if (events.column(Field.text(name)) instanceof Column.Texts column) {
                texts.addAll(column.dictionary());
            }
        });
        return texts;
    }

    private static Completion of(int from, String typed, Stream<String> all) {
        return new Completion(
                from,
                all.distinct()
                        .filter(choice -> choice.startsWith(typed) && !choice.equals(typed))
                        .sorted()
                        .limit(MOST)
                        .map(Completion::quoted)
                        .toList());
    }

    private static String quoted(String choice) {
        return choice.matches("[^\\s()\"]+") ? choice : '"' + choice.replace("\"", "\\\"") + '"';
    }
}
