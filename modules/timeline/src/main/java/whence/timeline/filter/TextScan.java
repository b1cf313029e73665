package whence.timeline.filter;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.evidence.Span;
import whence.timeline.Events;
import whence.timeline.Texts;
import whence.timeline.filter.text.Literal;
import whence.timeline.filter.text.TextSearch;

/// Looks for words in the texts of one artifact. Where its bytes hold the texts as they are, the whole artifact is
/// scanned for what a match must hold, block by block, and only the rows hit are looked at closer.
final class TextScan {
    private static final int BLOCK = 1 << 20;
    private static final int CHECK_ROWS = 1 << 10;
    /// Scanning a row as part of a block costs about a sixteenth of decoding it by itself.
    private static final int FEW = 16;

    private final Texts texts;
    private final Watch watch;

    TextScan(Texts texts, Watch watch) {
        this.texts = texts;
        this.watch = watch;
    }

    /// What is searched for an event: its bytes as they stand where that is possible, its text otherwise.
    static String text(Texts texts, Events events, int row) {
        Optional<Bytes> plain = texts.plain(events);
        if (plain.isEmpty()) {
            return texts.text(events, row);
        }
        StringBuilder all = new StringBuilder();
        for (Span span : events.spans(row)) {
            all.append(all.isEmpty() ? "" : "\n");
            all.append(new String(plain.get().copy(span.offset(), (int) span.length()), StandardCharsets.UTF_8));
        }
        return all.toString();
    }

    /// A bit for each row of `asked` that passes.
    long[] rows(TextSearch search, Events events, long[] asked) {
        int open = Evaluation.count(asked, events);
        Optional<Bytes> plain = texts.plain(events);
        boolean fast = open > events.count() / FEW
                && plain.isPresent()
                && search.required().length() > 0;
        return fast && inOrder(events) ? scanned(search, events, plain.get(), asked) : eachRow(search, events, asked);
    }

    private static boolean inOrder(Events events) {
        for (int row = 1; row < events.count(); row++) {
            if (events.offset(row) < events.offset(row - 1)) {
                return false;
            }
        }
        return true;
    }

    private long[] eachRow(TextSearch search, Events events, long[] asked) {
        long[] bits = Evaluation.empty(events);
        for (int row = 0; row < events.count(); row++) {
            if (row % CHECK_ROWS == 0) {
                watch.check();
            }
            if ((asked[row >>> 6] >>> row & 1) != 0 && passes(search, events, row)) {
                bits[row >>> 6] |= 1L << row;
            }
        }
        return bits;
    }

    private boolean passes(TextSearch search, Events events, int row) {
        return search.in(text(texts, events, row), watch);
    }

    private long[] scanned(TextSearch search, Events events, Bytes bytes, long[] asked) {
        long[] bits = Evaluation.empty(events);
        Literal literal = search.required();
        RowFinder rows = new RowFinder(events);
        byte[] block = new byte[(int) Math.min(BLOCK, bytes.size())];
        long from = 0;
        while (from < bytes.size()) {
            watch.check();
            int size = (int) Math.min(block.length, bytes.size() - from);
            bytes.copy(from, block, 0, size);
            int at = 0;
            while ((at = literal.indexIn(block, at, size)) >= 0) {
                int row = rows.at(from + at);
                boolean open = row >= 0 && (asked[row >>> 6] >>> row & 1) != 0;
                at = open ? hit(search, events, row, bits, rows, from, at) : at + 1;
            }
            boolean last = from + size >= bytes.size();
            from += last ? size : size - literal.length() + 1;
        }
        return bits;
    }

    /// Decides a row that holds the literal; returns where to look on in the block.
    private int hit(TextSearch search, Events events, int row, long[] bits, RowFinder rows, long from, int at) {
        boolean known = (bits[row >>> 6] >>> row & 1) != 0;
        boolean passes = known || search.pattern() == null || passes(search, events, row);
        if (passes) {
            bits[row >>> 6] |= 1L << row;
        }
        long behind = rows.end(row) - from;
        return (int) Math.max(at + 1, Math.min(behind, Integer.MAX_VALUE));
    }
}
