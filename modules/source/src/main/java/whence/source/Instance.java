package whence.source;

import java.util.Map;

/// A file compiled a second time, as part of another that includes it: `compat_binfmt_elf.c` includes
/// `binfmt_elf.c`, so one body of source is two compiled functions.
///
/// @param path of the file that includes it; the object that holds the second copy is made from that
/// @param line of the `#include`
/// @param renames what macros defined before the `#include` call things, by the name in the included file
public record Instance(String path, int line, Map<String, String> renames) {
    public Instance {
        renames = Map.copyOf(renames);
    }

    /// The name that a function of the included file has in this object.
    public String nameOf(Function function) {
        return renames.getOrDefault(function.name(), function.name());
    }
}
