package whence.source.index;

import java.util.ArrayList;
import java.util.List;

/// Lists of numbers by number: the end of each list, then the lists, one behind the other.
public final class Lists {
    private final Region bytes;
    private final int count;

    public Lists(Region bytes) {
        this.bytes = bytes;
        this.count = bytes.size() < 4 ? 0 : bytes.i32(0);
    }

    /// Sorts pairs of list and number (list in the high half) into lists.
    static ByteSink encode(int lists, Longs pairs) {
        pairs.sort();
        ByteSink sink = new ByteSink(8 + 4 * lists + 4 * pairs.size());
        sink.i32(lists);
        int at = 0;
        for (int list = 0; list < lists; list++) {
            while (at < pairs.size() && (int) (pairs.get(at) >>> 32) == list) {
                at++;
            }
            sink.i32(at);
        }
        for (int i = 0; i < pairs.size(); i++) {
            sink.i32((int) pairs.get(i));
        }
        return sink;
    }

    public int count() {
        return count;
    }

    public int start(int list) {
        return list == 0 ? 0 : bytes.i32(4L * list);
    }

    public int end(int list) {
        return bytes.i32(4 + 4L * list);
    }

    public int get(int at) {
        return bytes.i32(4 + 4L * count + 4L * at);
    }

    public List<Integer> of(int list) {
        List<Integer> all = new ArrayList<>();
        for (int at = start(list); at < end(list); at++) {
            all.add(get(at));
        }
        return all;
    }
}
