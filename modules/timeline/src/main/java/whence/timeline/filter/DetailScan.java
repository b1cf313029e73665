package whence.timeline.filter;

import whence.bytes.Watch;
import whence.timeline.Detail;
import whence.timeline.Events;
import whence.timeline.Texts;
import whence.timeline.filter.grammar.Node;
import whence.timeline.filter.text.Wanted;

/// Opens events and looks for a value by its name: fields of a journal entry that are no column, fields that a
/// service wrote into its message, arguments of a call.
final class DetailScan {
    private static final int CHECK_ROWS = 1 << 8;

    private final Texts texts;
    private final Watch watch;

    DetailScan(Texts texts, Watch watch) {
        this.texts = texts;
        this.watch = watch;
    }

    /// A bit for each row that passes.
    ///
    /// @param open the only rows that are opened
    long[] rows(Node.Opened node, Events events, long[] open) {
        long[] bits = Evaluation.empty(events);
        for (int row = 0; row < events.count(); row++) {
            if (row % CHECK_ROWS == 0) {
                watch.check();
            }
            boolean asked = (open[row >>> 6] >>> row & 1) != 0;
            if (asked && holds(texts.detail(events, row), node.name(), node.wanted(), watch)) {
                bits[row >>> 6] |= 1L << row;
            }
        }
        return bits;
    }

    /// Whether a value of that name passes, however deep it lies.
    static boolean holds(Detail detail, String name, Wanted wanted, Watch watch) {
        return (detail.name().equals(name) && wanted.test(detail.value(), watch))
                || detail.children().stream().anyMatch(child -> holds(child, name, wanted, watch));
    }
}
