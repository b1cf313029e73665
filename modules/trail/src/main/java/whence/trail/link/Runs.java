package whence.trail.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import whence.trail.ledger.Hit;
import whence.trail.ledger.Stream;
import whence.trail.ledger.Window;

/// Finds in a stream when which task ran which function: an entry and the return that closes it.
///
/// An entry whose return is missing opens nothing, and a return without entry closes nothing: a function probed at
/// one end only has no run.
public final class Runs {
    private Runs() {}

    /// All runs, in order of their entries.
    public static List<Window> of(Stream stream) {
        Map<Integer, Deque<Hit>> open = new HashMap<>();
        List<Window> runs = new ArrayList<>();
        for (Hit hit : stream.hits()) {
            Deque<Hit> stack = open.computeIfAbsent(hit.tid(), t -> new ArrayDeque<>());
            if (hit.kind() == Hit.Kind.ENTRY) {
                stack.push(hit);
            } else {
                close(stream, hit, stack, runs);
            }
        }
        runs.sort(Comparator.comparingInt(Window::enter));
        return List.copyOf(runs);
    }

    private static void close(Stream stream, Hit exit, Deque<Hit> stack, List<Window> runs) {
        Iterator<Hit> entries = stack.iterator();
        while (entries.hasNext()) {
            Hit entry = entries.next();
            if (entry.function().equals(exit.function())) {
                runs.add(new Window(stream, exit.tid(), exit.function(), entry.ordinal(), exit.ordinal()));
                while (stack.pop().ordinal() != entry.ordinal()) {}
                return;
            }
        }
    }

    /// Those that no other run of the same task holds.
    public static List<Window> outermost(List<Window> runs) {
        Map<Integer, Integer> until = new HashMap<>();
        List<Window> outer = new ArrayList<>();
        for (Window run : runs) {
            if (run.enter() > until.getOrDefault(run.tid(), -1)) {
                outer.add(run);
                until.put(run.tid(), run.leave());
            }
        }
        return List.copyOf(outer);
    }

    /// The runs directly or indirectly inside another.
    public static List<Window> inside(Window outer, List<Window> runs) {
        return runs.stream()
                .filter(r -> r.stream() == outer.stream()
                        && r.tid() == outer.tid()
                        && r.enter() > outer.enter()
                        && r.leave() < outer.leave())
                .toList();
    }
}
