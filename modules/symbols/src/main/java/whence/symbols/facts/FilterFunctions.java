package whence.symbols.facts;

import java.util.List;
import whence.evidence.Loss;

/// `available_filter_functions`: the functions that ftrace can trace. A name that stands in it twice is traceable
/// twice; being listed does not make a function open to kprobes, and kprobes work on functions that are not listed.
///
/// @param table the functions in order, with addresses where the file gives them
///              (`available_filter_functions_addrs`), with hidden ones else
/// @param placeholders lines `__ftrace_invalid_address___…`, which stand for a place without a function
public record FilterFunctions(SymbolTable table, int placeholders) implements SymbolFacts {
    @Override
    public String artifact() {
        return table.artifact();
    }

    @Override
    public String format() {
        return table.format();
    }

    @Override
    public List<Loss> losses() {
        return table.losses();
    }
}
