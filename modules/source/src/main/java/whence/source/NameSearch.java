package whence.source;

import java.util.ArrayList;
import java.util.List;
import whence.source.index.Image;

/// Names of functions by any part of them: one pass over the names of the tree, without making texts of them.
final class NameSearch {
    private final Image image;

    NameSearch(Image image) {
        this.image = image;
    }

    /// Numbers of the names of functions that contain these bytes.
    List<Integer> containing(byte[] wanted) {
        List<Integer> found = new ArrayList<>();
        image.names().each((id, bytes, length) -> {
            if (contains(bytes, 0, length, wanted) && image.defines(id)) {
                found.add(id);
            }
        });
        return found;
    }

    private static boolean contains(byte[] bytes, int from, int to, byte[] wanted) {
        for (int at = from; at + wanted.length <= to; at++) {
            int same = 0;
            while (same < wanted.length && bytes[at + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return true;
            }
        }
        return false;
    }
}
