package whence.timeline.filter.grammar;

import java.util.function.LongPredicate;
import whence.evidence.Errno;

/// A condition on numbers. It may name errors, and those have other numbers on another machine.
public interface NumberTest {
    /// @param errors of the machine that the numbers are of
    LongPredicate on(Errno errors);
}
