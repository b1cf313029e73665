package whence.symbols.objects;

import java.util.List;
import java.util.Optional;
import whence.evidence.Grade;
import whence.symbols.facts.SymbolTable;

/// The module in brackets behind a symbol of kallsyms.
public final class ModuleBrackets implements ObjectEvidence {
    private final SymbolTable base;

    public ModuleBrackets(SymbolTable base) {
        this.base = base;
    }

    @Override
    public String kind() {
        return "module in brackets";
    }

    @Override
    public Optional<ObjectClaim> of(int row) {
        String module = base.module(row);
        if (module.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                madeAtRunTime(module)
                        ? new ObjectClaim(null, Grade.OBSERVED, "made at run time: [" + module + "]", List.of())
                        : new ObjectClaim(
                                module + ".ko",
                                Grade.OBSERVED,
                                "the kernel lists it in module " + module,
                                List.of(base.span(row))));
    }

    /// Whether brackets hold the name of a source of code rather than of a module.
    public static boolean madeAtRunTime(String module) {
        return module.equals("bpf") || module.startsWith("__builtin__");
    }
}
