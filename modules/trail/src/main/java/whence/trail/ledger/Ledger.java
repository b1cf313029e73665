package whence.trail.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import whence.evidence.Grade;
import whence.evidence.Loss;
import whence.evidence.Span;
import whence.trail.ledger.Condition.Name;
import whence.trail.link.CallNames;

/// Decides whether "not hit" may be said of a function, and on what it rests.
///
/// This is where the program is most careful: a wrong absence eliminates the branch that was really taken. Every
/// condition that is not known to hold refuses.
public final class Ledger {
    private final Function<String, Visibility> symbols;

    /// @param symbols what is known of a function's symbol
    public Ledger(Function<String, Visibility> symbols) {
        this.symbols = symbols;
    }

    /// What speaks for and against `function` not having run in `window`, which must hold no hit of it.
    public Absence absence(String function, Window window) {
        List<Watcher> watchers = window.stream().on(function);
        if (watchers.isEmpty()) {
            return new Absence(
                    function, List.of(Condition.missing(Name.WATCHED, "no probe is known to stand on " + function)));
        }
        Absence best = null;
        for (Watcher watcher : watchers) {
            Absence one = new Absence(function, conditions(watcher, window));
            if (best == null || better(one, best)) {
                best = one;
            }
        }
        return best == null ? new Absence(function, List.of()) : best;
    }

    private static boolean better(Absence one, Absence best) {
        if (one.missing().size() != best.missing().size()) {
            return one.missing().size() < best.missing().size();
        }
        return one.grade().compareTo(best.grade()) < 0;
    }

    private List<Condition> conditions(Watcher watcher, Window window) {
        Visibility visibility = symbols.apply(watcher.function());
        List<Condition> all = new ArrayList<>();
        all.add(covered(window));
        all.add(attached(watcher, window));
        all.add(fires(watcher, window));
        all.add(unfiltered(watcher, window));
        all.add(unique(watcher, window, visibility));
        all.add(traceable(watcher, window, visibility));
        all.add(noLoss(watcher, window));
        return all;
    }

    /// The entry and the return of the function around it stand in the same stream, so the tracer lived.
    private static Condition covered(Window window) {
        return Condition.met(
                Name.COVERED,
                Grade.OBSERVED,
                "the same trace holds the entry of " + window.function() + " and its return for task " + window.tid(),
                List.of(window.entry().span(), window.exit().span()));
    }

    private static Condition attached(Watcher watcher, Window window) {
        List<Hit> hits = window.stream().of(watcher);
        List<Hit> before =
                hits.stream().filter(h -> h.ordinal() < window.enter()).toList();
        List<Hit> after =
                hits.stream().filter(h -> h.ordinal() > window.leave()).toList();
        if (!before.isEmpty() && !after.isEmpty()) {
            return Condition.met(
                    Name.ATTACHED,
                    Grade.OBSERVED,
                    watcher.event() + " fires before and after it in the same trace",
                    List.of(before.getLast().span(), after.getFirst().span()));
        }
        if (watcher.span() != null && !hits.isEmpty()) {
            return Condition.met(
                    Name.ATTACHED,
                    Grade.DERIVED,
                    "the captured definition lists " + watcher.event() + " and it fires at least once",
                    List.of(watcher.span(), hits.getFirst().span()));
        }
        return Condition.missing(
                Name.ATTACHED, "nothing shows that " + watcher.event() + " was attached when the call ran");
    }

    private static Condition fires(Watcher watcher, Window window) {
        List<Hit> hits = window.stream().of(watcher);
        return hits.isEmpty()
                ? Condition.missing(Name.FIRES, watcher.event() + " never fires in this trace: no positive control")
                : Condition.met(
                        Name.FIRES,
                        Grade.OBSERVED,
                        watcher.event() + " fires elsewhere in this trace",
                        List.of(hits.getFirst().span()));
    }

    private static Condition unfiltered(Watcher watcher, Window window) {
        List<Hit> hits = window.stream().of(watcher);
        Optional<Hit> own =
                hits.stream().filter(hit -> hit.tid() == window.tid()).findFirst();
        if (own.isPresent()) {
            return Condition.met(
                    Name.UNFILTERED,
                    Grade.OBSERVED,
                    watcher.event() + " fires for the same task",
                    List.of(own.get().span()));
        }
        List<Hit> alike = alike(hits, window.exit().comm());
        if (alike.size() > 1) {
            return Condition.met(
                    Name.UNFILTERED,
                    Grade.DERIVED,
                    watcher.event()
                            + " fires for several tasks of the same name, so it is kept to neither a name nor a task",
                    List.of(alike.get(0).span(), alike.get(1).span()));
        }
        if (watcher.filter() != null) {
            return filtered(watcher, watcher.filter(), window);
        }
        return Condition.met(
                Name.UNFILTERED,
                Grade.ASSUMED,
                "no filter is known that keeps task " + window.tid() + " out of this probe",
                watcher.spans());
    }

    /// What a known filter does with the task.
    private static Condition filtered(Watcher watcher, String filter, Window window) {
        Optional<Boolean> passes = EventFilter.passes(filter, window.exit().comm(), window.tid());
        if (passes.isEmpty() || !passes.get()) {
            return Condition.missing(
                    Name.UNFILTERED,
                    watcher.event() + " has the filter " + filter
                            + (passes.isEmpty()
                                    ? ", and nothing shows that it lets this task through"
                                    : ", which keeps this task out"));
        }
        String text = filter.equals(EventFilter.NONE)
                ? "the session says that no filter was set on " + watcher.event()
                : watcher.event() + " has the filter " + filter + ", which lets "
                        + window.exit().comm() + " (task " + window.tid() + ") through";
        return Condition.met(Name.UNFILTERED, Grade.DERIVED, text, watcher.spans());
    }

    /// The first hit of each task of a name.
    private static List<Hit> alike(List<Hit> hits, String comm) {
        Map<Integer, Hit> tasks = new LinkedHashMap<>();
        hits.stream()
                .filter(hit -> !comm.isEmpty() && hit.comm().equals(comm))
                .forEach(hit -> tasks.putIfAbsent(hit.tid(), hit));
        return List.copyOf(tasks.values());
    }

    private static Condition unique(Watcher watcher, Window window, Visibility visibility) {
        if (visibility.copies() > 1) {
            long placed = window.stream().on(watcher.function()).stream()
                    .filter(w -> w.address() != null)
                    .map(Watcher::address)
                    .distinct()
                    .count();
            return placed >= visibility.copies()
                    ? Condition.met(Name.UNIQUE, Grade.OBSERVED, "every copy is probed by its address", watcher.spans())
                    : Condition.missing(
                            Name.UNIQUE,
                            watcher.function() + " names " + visibility.copies()
                                    + " functions, and a probe by name counts for the copy it took only");
        }
        return visibility.copies() == 1
                ? Condition.met(Name.UNIQUE, Grade.OBSERVED, "the symbol list holds one copy", visibility.evidence())
                : Condition.met(
                        Name.UNIQUE,
                        Grade.ASSUMED,
                        "no symbol list was captured; " + watcher.function() + " is taken to be one function",
                        List.of());
    }

    private static Condition traceable(Watcher watcher, Window window, Visibility visibility) {
        if (visibility.untraceable() || visibility.renamed()) {
            return Condition.missing(
                    Name.TRACEABLE,
                    watcher.function()
                            + (visibility.renamed() ? " carries a compiler's suffix" : " cannot be probed here"));
        }
        for (Hit hit : window.stream().of(watcher)) {
            if (hit.caller() != null && CallNames.same(window.function(), hit.caller())) {
                return Condition.met(
                        Name.TRACEABLE,
                        visibility.linkage() == Visibility.Linkage.GLOBAL ? Grade.OBSERVED : Grade.DERIVED,
                        "it is seen to return to " + window.function() + " elsewhere in this trace, so its calls there"
                                + " were not inlined",
                        List.of(hit.span()));
            }
        }
        return visibility.linkage() == Visibility.Linkage.GLOBAL
                ? Condition.met(
                        Name.TRACEABLE,
                        Grade.DERIVED,
                        watcher.function() + " is a global symbol that is hit elsewhere: its calls are real calls",
                        visibility.evidence())
                : Condition.missing(
                        Name.TRACEABLE,
                        "nothing shows that " + window.function() + " calls " + watcher.function()
                                + " rather than holding an inlined copy");
    }

    private static Condition noLoss(Watcher watcher, Window window) {
        for (Loss loss : window.stream().losses()) {
            return Condition.missing(
                    Name.NO_LOSS, "the trace lost records (" + loss.why() + "): nothing may be said by absence");
        }
        OptionalLong missed = window.stream().missed(watcher.event());
        if (missed.isPresent() && missed.getAsLong() > 0) {
            return Condition.missing(
                    Name.NO_LOSS, "the kernel counted " + missed.getAsLong() + " missed hits of " + watcher.event());
        }
        List<Span> none = List.of();
        return missed.isPresent()
                ? Condition.met(Name.NO_LOSS, Grade.OBSERVED, "kprobe_profile counts no missed hit", none)
                : Condition.met(
                        Name.NO_LOSS,
                        Grade.ASSUMED,
                        "the trace reports no loss, but no count of overruns or missed hits was captured",
                        none);
    }
}
