package whence.source.scan;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import whence.source.c.Directive;
import whence.source.c.Tokens;

/// What the walk remembers of open `#if` groups: every branch begins in the state of the `#if`, and behind the
/// `#endif` the walk goes on in the state that the first branch which can be compiled ended in.
final class Alternatives {
    private State[] before = new State[8];
    private @Nullable State[] after = new State[8];
    private boolean[] dead = new boolean[8];
    private int depth;

    /// The state of the walk that a branch can change.
    ///
    /// @param brackets the innermost open bracket
    /// @param group the last parameter list of the declaration
    /// @param declaration where the declaration began
    /// @param function the open function
    /// @param assigned whether the declaration had its `=`
    record State(int brackets, int group, int declaration, int function, boolean assigned) {}

    /// The state to go on with behind a conditional directive.
    State pass(Tokens tokens, int token, Directive directive, State now, Siblings siblings) {
        if (directive.opens()) {
            push(now, zero(tokens, token, directive));
            return now;
        }
        if (depth == 0) {
            return now;
        }
        int top = depth - 1;
        if (directive.alternates()) {
            if (after[top] == null && !dead[top]) {
                after[top] = now;
            } else if (after[top] != null) {
                siblings.join(now, after[top], before[top]);
            }
            dead[top] = false;
            return before[top];
        }
        depth--;
        State first = after[top];
        if (first == null) {
            return dead[top] ? before[top] : now;
        }
        siblings.join(now, first, before[top]);
        return first;
    }

    boolean empty() {
        return depth == 0;
    }

    private void push(State now, boolean isDead) {
        if (depth == before.length) {
            before = Arrays.copyOf(before, depth * 2);
            after = Arrays.copyOf(after, depth * 2);
            dead = Arrays.copyOf(dead, depth * 2);
        }
        before[depth] = now;
        after[depth] = null;
        dead[depth++] = isDead;
    }

    private static boolean zero(Tokens tokens, int token, Directive directive) {
        if (directive != Directive.IF) {
            return false;
        }
        Tokens body = tokens.directiveBody(token);
        return body.count() == 1 && body.is(0, "0");
    }

    /// Functions whose heads stand in different branches and share one body's end.
    interface Siblings {
        void join(State other, State first, State outer);
    }
}
