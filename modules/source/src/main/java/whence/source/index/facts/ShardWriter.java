package whence.source.index.facts;

import whence.source.index.table.ByteSink;
import whence.source.index.table.Ints;

/// Encodes what stands in one file. Numbers are written as steps from the one before them in their column: names and
/// texts are numbered as they are first seen, so most steps take a byte.
public final class ShardWriter {
    /// Lowest bit of a function's flags as written: whether a macro gives it a name.
    static final int DEFINED = 1;
    /// Lowest bits of a text's argument as written: whether something is called with it, and a constant behind it or
    /// else a holder.
    static final int CALLED = 1;

    static final int CONSTANT = 2;

    private final ByteSink sink;

    public ShardWriter(ByteSink sink) {
        this.sink = sink;
    }

    public void write(FileFacts facts) {
        functions(facts.functions);
        calls(facts);
        texts(facts.texts.all);
        columns(facts.texts.handed, TextFacts.HANDED);
        columns(facts.references, 3);
        columns(facts.prototypes, 3);
        columns(facts.macroTexts, 3);
        columns(facts.macroCalls, 2);
        columns(facts.includes, 2);
    }

    private void functions(Ints functions) {
        sink.number(functions.size() / FileFacts.FUNCTION);
        int lastName = 0;
        int lastLine = 0;
        int lastEnd = 0;
        for (int i = 0; i < functions.size(); i += FileFacts.FUNCTION) {
            boolean defined = functions.get(i + 1) >= 0;
            sink.number(functions.get(i + 8) << 1 | (defined ? DEFINED : 0));
            sink.signed(functions.get(i) - lastName);
            if (defined) {
                sink.number(functions.get(i + 1));
            }
            sink.signed(functions.get(i + 3) - lastLine);
            sink.signed(functions.get(i + 2) - functions.get(i + 3));
            sink.signed(functions.get(i + 4) - functions.get(i + 2));
            sink.signed(functions.get(i + 5) - lastEnd);
            sink.number(functions.get(i + 6) - functions.get(i + 5));
            sink.signed(functions.get(i + 7) - functions.get(i + 6));
            lastName = functions.get(i);
            lastLine = functions.get(i + 4);
            lastEnd = functions.get(i + 7);
        }
    }

    private void calls(FileFacts facts) {
        for (int function = 0; function + 1 < facts.callStarts.size(); function++) {
            int from = facts.callStarts.get(function);
            int to = facts.callStarts.get(function + 1);
            sink.number(to - from);
            int last = 0;
            for (int i = from; i < to; i++) {
                sink.number(facts.calls.get(i) - last);
                last = facts.calls.get(i);
            }
        }
    }

    private void texts(Ints texts) {
        sink.number(texts.size() / TextFacts.TEXT);
        int lastFunction = 0;
        int lastCallee = 0;
        int lastText = 0;
        int lastLine = 0;
        int lastHolder = 0;
        for (int i = 0; i < texts.size(); i += TextFacts.TEXT) {
            boolean called = texts.get(i + 1) >= 0;
            boolean constant = texts.get(i + 5) >= 0;
            sink.number((texts.get(i + 2) + 1) << 2 | (called ? CALLED : 0) | (constant ? CONSTANT : 0));
            sink.signed(texts.get(i) - lastFunction);
            if (called) {
                sink.signed(texts.get(i + 1) - lastCallee);
                lastCallee = texts.get(i + 1);
            }
            sink.signed(texts.get(i + 3) - lastText - 1);
            sink.signed(texts.get(i + 4) - lastLine);
            if (constant && called) {
                sink.number(texts.get(i + 5));
            } else if (constant) {
                sink.signed(texts.get(i + 5) - lastHolder);
                lastHolder = texts.get(i + 5);
            }
            lastFunction = texts.get(i);
            lastText = texts.get(i + 3);
            lastLine = texts.get(i + 4);
        }
    }

    private void columns(Ints columns, int width) {
        sink.number(columns.size() / width);
        for (int i = 0; i < columns.size(); i++) {
            sink.signed(columns.get(i) - (i < width ? 0 : columns.get(i - width)));
        }
    }
}
