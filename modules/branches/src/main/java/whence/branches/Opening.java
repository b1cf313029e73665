package whence.branches;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import whence.branches.frame.Passing;
import whence.branches.value.Premise;
import whence.source.Function;
import whence.source.SourceTree;

/// An exit that passes on a callee's result, opened: the callee's exits under what is known of the call.
///
/// @param exits of the callee
/// @param evidence what of the caller's evidence holds inside the callee, in the callee's words
public record Opening(Function function, Exits exits, Evidence evidence) {
    private static final int MOST_DEFINITIONS = 8;

    /// Every definition that the callee's name may mean in this tree; none where the tree does not hold it. Opening
    /// goes one call deep: who wants more opens the exits that are left, as often as the budget allows.
    public static List<Opening> of(SourceTree tree, ExitFinder finder, Exits caller, Exit exit, Evidence evidence) {
        List<Opening> found = new ArrayList<>();
        String callee = exit.callee();
        if (callee == null) {
            return found;
        }
        for (Function each : tree.function(callee)) {
            boolean visible = !each.isStatic()
                    || each.statedFile().equals(exit.file())
                    || each.path().endsWith(".h");
            if (visible && found.size() < MOST_DEFINITIONS) {
                Exits exits = finder.exits(each);
                found.add(new Opening(each, exits, inside(caller, exits, exit, callee, evidence)));
            }
        }
        return List.copyOf(found);
    }

    public List<JudgedExit> judged() {
        return Elimination.judge(exits, evidence);
    }

    /// What was returned is what the callee returned; what ran nowhere ran not there either; an argument that is a
    /// constant or a value the caller never changes is known by the parameter's name.
    /// What came back beside an error that is handed out says nothing of what the callee gave, unless it is that
    /// error.
    private static Evidence inside(Exits caller, Exits callee, Exit exit, String name, Evidence evidence) {
        Evidence inner = Evidence.NONE;
        Evidence.Returned returned = evidence.returned();
        boolean handedOut = exit.values().size() > 1;
        if (returned != null && (!handedOut || returned.value() < 0)) {
            inner = inner.returned(returned.value(), returned.premise());
        }
        for (Evidence.NotRan one : evidence.notRan()) {
            inner = inner.miss(one.callee(), one.premise());
        }
        Premise configured = evidence.configured();
        if (configured != null) {
            inner = inner.configuration(evidence.configuration(), configured);
        }
        for (Passing.Argument argument : Passing.arguments(caller.readings(), name, callee.function())) {
            inner = passed(caller, argument, evidence, inner);
        }
        return inner;
    }

    private static Evidence passed(Exits caller, Passing.Argument argument, Evidence evidence, Evidence inner) {
        OptionalLong constant = caller.constant(argument.text());
        if (constant.isPresent()) {
            Premise written =
                    new Premise("the call passes " + argument.text(), whence.evidence.Grade.OBSERVED, List.of());
            return inner.holds(argument.parameter(), written, constant.getAsLong());
        }
        Evidence more = inner;
        for (Evidence.Holds one : evidence.holds()) {
            if (argument.unchanged() && one.expression().strip().equals(argument.text())) {
                more = more.holds(new Evidence.Holds(argument.parameter(), one.values(), one.stable(), one.premise()));
            }
        }
        return more;
    }
}
