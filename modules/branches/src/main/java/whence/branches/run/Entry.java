package whence.branches.run;

import java.util.Map;
import java.util.Set;
import whence.branches.Evidence;
import whence.branches.frame.Fact;
import whence.branches.frame.State;
import whence.branches.syntax.Expr;
import whence.branches.syntax.Exprs;
import whence.branches.value.CType;
import whence.branches.value.Value;

/// What evidence says of the moment at which a function is entered.
final class Entry {
    private Entry() {}

    static State of(Run run) {
        State start = new State(Map.of(), Map.of(), run.emptyKey(0));
        for (Evidence.Memory memory : run.evidence().memories()) {
            start = start.with(memory.object(), memory);
        }
        for (Evidence.Holds one : run.evidence().holds()) {
            Expr read = Exprs.parse(one.expression());
            Value told = Value.of(CType.UNKNOWN, one.values(), Set.of(one.premise()));
            start = start.with(Fact.of(read, told.as(run.frame.typeOf(read)), run.frame, one.stable()));
        }
        return start;
    }
}
