package whence.timeline.witness;

import whence.timeline.Events;
import whence.timeline.Texts;
import whence.timeline.clock.SessionClocks;

/// What records of one event have in common, as a number: boot, sender and text. Two that differ in these have, but
/// for one chance in 2^64, different numbers; the texts themselves, of a million records, are not kept.
final class Keys {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private final Texts texts;
    private final SessionClocks clocks;

    Keys(Texts texts, SessionClocks clocks) {
        this.texts = texts;
        this.clocks = clocks;
    }

    String text(Events events, int row) {
        return texts.text(events, row);
    }

    long of(Events events, int row) {
        return of(events, row, texts.text(events, row));
    }

    /// The key that a record would have if its text were this one.
    long of(Events events, int row, String text) {
        String stripped = RecordText.forPeople(text).strip();
        long hash = add(OFFSET, clocks.boot(events, row));
        hash = add(hash * PRIME, RecordText.sender(events, row, stripped));
        return mix(add(hash, stripped));
    }

    private static long add(long hash, String text) {
        long sum = hash;
        for (int i = 0; i < text.length(); i++) {
            sum = (sum ^ text.charAt(i)) * PRIME;
        }
        return sum;
    }

    /// Spreads what the last characters changed over all bits.
    private static long mix(long hash) {
        long mixed = (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
        return mixed ^ (mixed >>> 29);
    }
}
