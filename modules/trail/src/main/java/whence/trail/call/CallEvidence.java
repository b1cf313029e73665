package whence.trail.call;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import whence.branches.Evidence;
import whence.branches.value.Ints;
import whence.branches.value.Premise;
import whence.evidence.Grade;
import whence.evidence.Span;
import whence.trail.Assumption;
import whence.trail.ledger.Absence;
import whence.trail.ledger.Condition;
import whence.trail.ledger.Hit;
import whence.trail.ledger.Ledger;
import whence.trail.ledger.Window;
import whence.trail.link.CallNames;
import whence.trail.verdict.Descent;
import whence.trail.verdict.Judge;

/// What is known of each function within one failing call, from the call itself and from the probes that saw it run.
public final class CallEvidence implements Descent.FactSource {
    private final Failure failure;
    private final Ledger ledger;
    private final Judge judge;
    private final @Nullable Given given;
    private final List<Assumption> assumptions;
    private final Map<String, List<Absence>> absences = new LinkedHashMap<>();
    /// The window that each function is known to have run within: its own, or that of the nearest caller that has
    /// one.
    private final Map<String, Window> scopes = new HashMap<>();

    /// @param judge the source in whose words it is told
    /// @param given what the call was given, in the words of one source; null where no tracer decoded it
    public CallEvidence(
            Failure failure, Ledger ledger, Judge judge, @Nullable Given given, List<Assumption> assumptions) {
        this.failure = failure;
        this.ledger = ledger;
        this.judge = judge;
        this.given = given;
        this.assumptions = List.copyOf(assumptions);
    }

    @Override
    public Evidence of(String function, Optional<Descent.Level> caller) {
        Optional<Window> own = failure.runOf(function);
        Evidence evidence = Evidence.NONE.returned(failure.result(), returned(function, own));
        Optional<Window> around = own.isPresent() ? own : caller.map(l -> scopes.get(l.asked()));
        if (around.isPresent()) {
            scopes.put(function, around.get());
            evidence = probed(function, own.isPresent(), around.get(), evidence);
        } else {
            evidence = called(function, evidence);
        }
        if (given != null) {
            evidence = given.to(
                    function, isBody(function), caller.map(Descent.Level::asked).orElse(null), evidence);
        }
        return assumed(evidence);
    }

    @Override
    public boolean returnedTheError(String function) {
        return failure.runOf(function)
                .map(w -> w.exit().value())
                .filter(v -> v == failure.result())
                .isPresent();
    }

    /// Absences that were asked for, by function; the refused ones are worth showing.
    public Map<String, List<Absence>> absences() {
        return java.util.Collections.unmodifiableMap(absences);
    }

    private boolean isBody(String function) {
        return CallNames.same(function, CallNames.BODY + failure.name()) || function.equals(failure.name());
    }

    private Premise returned(String function, Optional<Window> own) {
        if (own.isPresent()) {
            return new Premise(
                    (own.get().exit().isCallEdge() ? "the tracepoint at its end" : "the probe on its return")
                            + " shows " + function + " giving " + failure.result(),
                    failure.linkGrade(),
                    List.of(own.get().exit().span()));
        }
        return new Premise(
                isBody(function)
                        ? failure.name() + " returned " + failure.result()
                        : "what it gave was passed on to " + failure.name() + ", which returned " + failure.result(),
                isBody(function) ? Grade.OBSERVED : Grade.DERIVED,
                failure.spans());
    }

    private Evidence probed(String function, boolean own, Window window, Evidence evidence) {
        Evidence all = evidence;
        for (Map.Entry<String, List<Hit>> callee : calledBy(function, window).entrySet()) {
            all = gave(
                    callee.getKey(),
                    callee.getValue(),
                    all.hit(callee.getKey(), ran(callee.getKey(), function, callee.getValue())));
        }
        Set<String> ran = window.inside().stream().map(Hit::function).collect(Collectors.toSet());
        for (String watched : window.stream().watched()) {
            if (!watched.equals(window.function()) && !ran.contains(watched)) {
                all = missed(function, watched, window, all);
            }
        }
        return own ? inside(function, window, all) : all;
    }

    /// What is known of a function that no probe saw: the outermost run returned to it.
    private Evidence called(String function, Evidence evidence) {
        Optional<Window> outermost = failure.outermost();
        if (outermost.isEmpty() || !same(function, outermost.get().exit().caller())) {
            return evidence;
        }
        String callee = outermost.get().function();
        return evidence.hit(
                callee, ran(callee, function, List.of(outermost.get().exit())));
    }

    /// Functions that are seen to return to this one, with their returns.
    private Map<String, List<Hit>> calledBy(String function, Window window) {
        Map<String, List<Hit>> called = new LinkedHashMap<>();
        for (Hit hit : window.inside()) {
            if (hit.kind() == Hit.Kind.RETURN && same(function, hit.caller())) {
                called.computeIfAbsent(hit.function(), f -> new ArrayList<>()).add(hit);
            }
        }
        return called;
    }

    private static boolean same(String function, @Nullable String symbol) {
        return symbol != null && CallNames.same(function, symbol);
    }

    private Premise ran(String callee, String function, List<Hit> hits) {
        return new Premise(
                callee + " is seen to return to " + function + " in this call",
                failure.linkGrade(),
                List.of(hits.getFirst().span()));
    }

    private Evidence gave(String callee, List<Hit> hits, Evidence evidence) {
        TreeSet<Long> values = new TreeSet<>();
        for (Hit hit : hits) {
            Long register = hit.value();
            OptionalLong value = register == null ? OptionalLong.empty() : judge.gave(callee, register);
            if (value.isEmpty()) {
                return evidence;
            }
            values.add(value.getAsLong());
        }
        long[] all = values.stream().mapToLong(Long::longValue).toArray();
        return evidence.gave(new Evidence.Gave(
                callee,
                Ints.of(all),
                new Premise(
                        callee + " returned "
                                + values.stream().map(String::valueOf).collect(Collectors.joining(" and "))
                                + " in this call",
                        failure.linkGrade(),
                        hits.stream().map(Hit::span).toList())));
    }

    private Evidence missed(String function, String callee, Window window, Evidence evidence) {
        Absence absence = visible(function, callee, window, ledger.absence(callee, window));
        absences.computeIfAbsent(function, f -> new ArrayList<>()).add(absence);
        if (!absence.admitted()) {
            return evidence;
        }
        String weakest = absence.weakest().map(c -> "; weakest: " + c.text()).orElse("");
        List<Span> spans = absence.evidence();
        return evidence.miss(
                callee,
                new Premise(
                        callee + " did not run in this call (probed, not hit" + weakest + ")",
                        absence.grade().and(failure.linkGrade()),
                        spans));
    }

    /// That a symbol is global says nothing of the calls in its own file: the compiler may put its code
    /// into them, into one call of a function and not into another. A function that can call it at one place
    /// only, and is seen to make that call, does not hold a copy.
    private Absence visible(String function, String callee, Window window, Absence absence) {
        if (!absence.admitted() || !judge.seesBody(function, callee)) {
            return absence;
        }
        boolean real = CallNames.same(function, window.function())
                && returnsTo(function, callee, window)
                && judge.callsAtOnePlace(function, callee);
        return real
                ? absence
                : absence.refused(
                        Condition.Name.TRACEABLE,
                        callee + " has its body where " + function + " sees it, so " + function
                                + " may hold an inlined copy");
    }

    private static boolean returnsTo(String function, String callee, Window window) {
        return window.stream().on(callee).stream()
                .flatMap(watcher -> window.stream().of(watcher).stream())
                .anyMatch(hit -> same(function, hit.caller()));
    }

    /// Entries without a return that names its caller: they ran somewhere inside.
    private Evidence inside(String function, Window window, Evidence evidence) {
        Evidence all = evidence;
        Map<String, List<Hit>> direct = calledBy(function, window);
        Map<String, Hit> entered = new LinkedHashMap<>();
        for (Hit hit : window.inside()) {
            if (!direct.containsKey(hit.function())) {
                entered.putIfAbsent(hit.function(), hit);
            }
        }
        for (Hit hit : entered.values()) {
            all = all.ran(new Evidence.Ran(
                    hit.function(),
                    false,
                    new Premise(
                            hit.function() + " ran somewhere inside of this call",
                            failure.linkGrade(),
                            List.of(hit.span()))));
        }
        return all;
    }

    private Evidence assumed(Evidence evidence) {
        Evidence all = evidence;
        for (Assumption assumption : assumptions) {
            Premise premise = new Premise("assumed by the user: " + assumption, Grade.ASSUMED, List.of());
            all = switch (assumption) {
                case Assumption.Returned returned -> all.gave(returned.function(), premise, returned.value());
                case Assumption.Held held -> held(held, premise, all);
                case Assumption.RunsFailedAlike _ -> all;
            };
        }
        return all;
    }

    private static Evidence held(Assumption.Held held, Premise premise, Evidence evidence) {
        try {
            return evidence.holds(held.expression(), premise, Long.decode(held.value()));
        } catch (NumberFormatException name) {
            return evidence;
        }
    }
}
