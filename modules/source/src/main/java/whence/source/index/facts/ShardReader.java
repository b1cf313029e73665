package whence.source.index.facts;

import whence.source.index.table.ByteSource;
import whence.source.index.table.Ints;

/// Decodes what a [ShardWriter] wrote.
final class ShardReader {
    private static final int NONE = -1;

    private final ByteSource source;

    ShardReader(byte[] bytes) {
        this.source = new ByteSource(bytes);
    }

    int[] functions() {
        int[] functions = new int[source.count() * FileFacts.FUNCTION];
        int lastName = 0;
        int lastLine = 0;
        int lastEnd = 0;
        for (int i = 0; i < functions.length; i += FileFacts.FUNCTION) {
            int flags = source.number();
            functions[i] = lastName += source.signed();
            functions[i + 1] = (flags & ShardWriter.DEFINED) == 0 ? NONE : source.number();
            functions[i + 3] = lastLine + source.signed();
            functions[i + 2] = functions[i + 3] + source.signed();
            functions[i + 4] = functions[i + 2] + source.signed();
            functions[i + 5] = lastEnd + source.signed();
            functions[i + 6] = functions[i + 5] + source.number();
            functions[i + 7] = functions[i + 6] + source.signed();
            functions[i + 8] = flags >>> 1;
            lastLine = functions[i + 4];
            lastEnd = functions[i + 7];
        }
        return functions;
    }

    /// The calls of all functions; `starts` is filled with where those of each begin.
    int[] calls(int[] starts) {
        Ints calls = new Ints();
        for (int function = 0; function + 1 < starts.length; function++) {
            int last = 0;
            for (int left = source.count(); left > 0; left--) {
                last += source.number();
                calls.add(last);
            }
            starts[function + 1] = calls.size();
        }
        return calls.toArray();
    }

    int[] texts() {
        int[] texts = new int[source.count() * TextFacts.TEXT];
        int lastFunction = 0;
        int lastCallee = 0;
        int lastText = 0;
        int lastLine = 0;
        int lastHolder = 0;
        for (int i = 0; i < texts.length; i += TextFacts.TEXT) {
            int head = source.number();
            texts[i] = lastFunction += source.signed();
            texts[i + 1] = (head & ShardWriter.CALLED) == 0 ? NONE : (lastCallee += source.signed());
            texts[i + 2] = (head >>> 2) - 1;
            texts[i + 3] = lastText += source.signed() + 1;
            texts[i + 4] = lastLine += source.signed();
            boolean constant = (head & ShardWriter.CONSTANT) != 0;
            if (constant && texts[i + 1] == NONE) {
                texts[i + 5] = lastHolder += source.signed();
            } else {
                texts[i + 5] = constant ? source.number() : NONE;
            }
        }
        return texts;
    }

    int[] columns(int width) {
        int[] columns = new int[source.count() * width];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = source.signed() + (i < width ? 0 : columns[i - width]);
        }
        return columns;
    }
}
