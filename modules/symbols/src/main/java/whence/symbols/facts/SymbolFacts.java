package whence.symbols.facts;

import java.util.List;
import whence.evidence.Loss;

/// What one artifact says about the symbols of a kernel. Immutable; any thread. What several of them say together is
/// `whence.symbols.Symbols`.
public sealed interface SymbolFacts
        permits SymbolTable,
                ElfFacts,
                FilterFunctions,
                KprobeBlacklist,
                KprobesList,
                LoadedModules,
                KernelConfig,
                ModuleInfo,
                BuiltinRanges,
                LinkerMap,
                BtfFacts {
    /// Path of the artifact in its session.
    String artifact();

    /// Name of the format as manifests write it: `kallsyms`, `elf`.
    String format();

    List<Loss> losses();
}
