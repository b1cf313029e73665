package whence.branches;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import whence.branches.syntax.FunctionText;
import whence.branches.syntax.MacroText;
import whence.branches.syntax.Tok;
import whence.branches.syntax.TypeName;
import whence.evidence.Errno;

/// What the source around a function says about the names in it. Every answer may be empty: a snippet comes without
/// its headers.
public interface Surroundings {
    /// Nothing is known.
    Surroundings NONE = new Surroundings() {};

    /// Every definition of a macro that may be in force; several where that depends on what nobody knows.
    default List<MacroText> macros(String name) {
        return List.of();
    }

    /// Whether a name that is defined as a macro is also declared as a function or variable: which of them is meant may
    /// depend on the configuration (`#define randomize_va_space 0`, else `extern int randomize_va_space`).
    default boolean perhapsNoMacro(String name) {
        return false;
    }

    /// Every definition of a function that a call of this name may mean.
    default List<FunctionText> functions(String name) {
        return List.of();
    }

    /// Whether a name is declared as a function, so that using it evaluates its arguments once and writes none of
    /// them.
    default boolean declaredFunction(String name) {
        return !functions(name).isEmpty();
    }

    /// Whether a function of this name may also be defined where this source does not look.
    default boolean definedElsewhere(String name) {
        return false;
    }

    /// Whether within one run of a function nothing but its own text can call a function of this name: it is static,
    /// and no other function or macro of the file so much as names it, system calls left aside, so that no pointer
    /// to it exists either.
    default boolean callsAlone(FunctionText caller, String callee) {
        return false;
    }

    /// Value of an enumerator.
    default OptionalLong enumerator(String name) {
        return OptionalLong.empty();
    }

    /// Errors as the architecture numbers them that the source is read for; empty where nobody says which that is, and
    /// an error may have any of the numbers that it has on some.
    default Optional<Errno> errors() {
        return Optional.empty();
    }

    /// What stands between the braces of `struct x`, `union x` or `enum x`; null where it is not known.
    default @Nullable List<Tok> members(String tagged) {
        return null;
    }

    /// What a typedef stands for; null where it is not known.
    default @Nullable TypeName typedef(String name) {
        return null;
    }
}
