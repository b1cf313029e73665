package whence.branches.syntax;

import java.util.List;

/// A function as its file writes it.
///
/// @param name as the source writes it: `bpf_prog_load`, `SYSCALL_DEFINE3(bpf)`
/// @param body from `{` to `}`
public record FunctionText(
        String name,
        String file,
        int startLine,
        int endLine,
        TypeName returns,
        List<Parameter> parameters,
        boolean isStatic,
        boolean isInline,
        List<Tok> body) {

    /// One parameter; the name is empty where the source leaves it out.
    public record Parameter(String name, TypeName type) {}
}
