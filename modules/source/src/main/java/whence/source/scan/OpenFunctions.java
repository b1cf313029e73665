package whence.source.scan;

import java.util.BitSet;

/// Numbers the functions of a file as they open, and sees to it that every one of them is told to end.
final class OpenFunctions {
    private final Sink sink;
    private final SharedBodies shared;
    private final BitSet unclosed = new BitSet();
    private int count;

    OpenFunctions(Sink sink, SharedBodies shared) {
        this.sink = sink;
        this.shared = shared;
    }

    /// The number of a function that opens now.
    int open(Head head) {
        int number = count++;
        sink.open(number, head);
        unclosed.set(number);
        return number;
    }

    void end(int number, int token) {
        sink.close(number, token);
        unclosed.clear(number);
    }

    /// Ends a function, and those whose heads stand in other branches before the same body.
    void endShared(int number, int token) {
        end(number, token);
        shared.closed(number).forEach(sibling -> end(sibling, token));
    }

    /// Ends what the file leaves open.
    void endAll(int token) {
        for (int left = unclosed.nextSetBit(0); left >= 0; left = unclosed.nextSetBit(left)) {
            end(left, token);
        }
    }
}
