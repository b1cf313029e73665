package whence.app.view.timeline;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import whence.app.model.Capture;
import whence.bytes.Watch;

/// Which events a filter lets through.
final class Filtering {
    private Filtering() {}

    /// Positions in the timeline, ascending.
    static int[] positions(Capture capture, String filter, Watch watch) {
        int count = capture.timeline().size();
        if (filter.isEmpty()) {
            return TimelineModel.all(count);
        }
        String[] words = filter.toLowerCase(Locale.ROOT).split("\\s+", -1);
        return IntStream.range(0, count)
                .filter(at -> {
                    watch.check();
                    String text = capture.text(capture.timeline().ref(at)).toLowerCase(Locale.ROOT);
                    return Arrays.stream(words).allMatch(text::contains);
                })
                .toArray();
    }
}
