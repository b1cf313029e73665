package whence.branches.frame;

import java.util.HashSet;
import java.util.Set;
import whence.branches.syntax.Expr;
import whence.branches.syntax.Walk;
import whence.branches.value.Value;

/// What is known about an expression at one point.
///
/// @param names every name it reads
/// @param memory whether it reads what lies behind a pointer or outside the function
/// @param stable whether only writes through its own names end it
public record Fact(Expr expression, Value value, Set<String> names, boolean memory, boolean stable) {
    public static Fact of(Expr expression, Value value, Frame frame, boolean stable) {
        Set<String> names = new HashSet<>();
        boolean memory = false;
        for (Walk.Visit visit : Walk.parts(expression)) {
            switch (visit.part()) {
                case Expr.Name it -> {
                    names.add(it.text());
                    memory |= !frame.local(it.text());
                }
                case Expr.Member it -> memory |= it.arrow();
                case Expr.Index it -> memory = true;
                case Expr.Unary it -> memory |= it.op() == '*';
                case Expr.Call it -> memory = true;
                default -> {}
            }
        }
        return new Fact(expression, value, names, memory, stable);
    }

    /// Whether a call at a node whose inside is not known could change it.
    public boolean changedByCallAt(int node, Frame frame) {
        return memory || names.stream().anyMatch(name -> frame.escaped(name, node));
    }

    public Fact with(Value other) {
        return new Fact(expression, other, names, memory, stable);
    }
}
