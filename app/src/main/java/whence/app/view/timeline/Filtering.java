package whence.app.view.timeline;

import java.util.Set;
import java.util.stream.Collectors;
import whence.app.model.Capture;
import whence.bytes.Watch;
import whence.timeline.Field;
import whence.timeline.Matches;
import whence.timeline.filter.Filter;
import whence.timeline.filter.grammar.FilterError;

/// Which events a filter lets through: the same language as on the command line.
final class Filtering {
    private Filtering() {}

    /// The rows that pass.
    ///
    /// @throws WrongFilter where the text is no filter
    static Matches matches(Capture capture, String text, Watch watch) throws WrongFilter {
        Set<Field> declared = capture.timeline().artifacts().stream()
                .flatMap(e -> e.fields().stream())
                .collect(Collectors.toSet());
        return switch (Filter.parse(text, declared)) {
            case FilterError error -> throw new WrongFilter(error);
            case Filter filter
            when filter.isEverything() -> Matches.all(capture.timeline().size());
            case Filter filter -> filter.over(capture.timeline(), capture.texts(), watch);
        };
    }

    /// A filter that cannot be read; the message says where and what could stand there.
    static final class WrongFilter extends Exception {
        private static final long serialVersionUID = 1;

        WrongFilter(FilterError error) {
            super("at " + (error.position() + 1) + ": " + error.message()
                    + (error.instead().isEmpty() ? "" : " (" + String.join(", ", error.instead()) + ")"));
        }
    }
}
