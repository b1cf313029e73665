package whence.app.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the user has been, with a cursor. Looking at something new forgets what lay ahead.
public final class History<T> {
    private static final int KEPT = 1000;

    private final List<T> places = new ArrayList<>();
    private int at = -1;

    /// Adds a place; the same one twice in a row counts once.
    public void visit(T place) {
        if (at >= 0 && places.get(at).equals(place)) {
            return;
        }
        places.subList(at + 1, places.size()).clear();
        places.add(place);
        if (places.size() > KEPT) {
            places.removeFirst();
        }
        at = places.size() - 1;
    }

    public boolean isEmpty() {
        return places.isEmpty();
    }

    public boolean canGoBack() {
        return at > 0;
    }

    public boolean canGoForward() {
        return at < places.size() - 1;
    }

    /// Goes one place back, or stays and answers nothing.
    public Optional<T> back() {
        return canGoBack() ? Optional.of(places.get(--at)) : Optional.empty();
    }

    /// Goes one place forward, or stays and answers nothing.
    public Optional<T> forward() {
        return canGoForward() ? Optional.of(places.get(++at)) : Optional.empty();
    }

    public void clear() {
        places.clear();
        at = -1;
    }
}
