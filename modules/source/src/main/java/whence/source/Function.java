package whence.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One definition of a function in one tree. Lines are those the file states (`#line` is honoured), counted from 1;
/// offsets are bytes in the file as it stands.
///
/// @param tree label of the tree
/// @param path of the file in the tree
/// @param statedFile the file that a `#line` in an excerpt names, else `path`
/// @param name as the source writes it; what a macro defines is written as the call it is: `SYSCALL_DEFINE3(bpf)`
/// @param line of the name
/// @param startLine of the declaration's first token
/// @param endLine of the closing `}`
/// @param start offset of the declaration's first token
/// @param bodyStart offset of the `{`
/// @param end offset behind the closing `}`
/// @param isStatic whether it is visible in its file only
/// @param defined the name that a macro gives it: `bpf` in `SYSCALL_DEFINE3(bpf, …)`; null for an ordinary function
public record Function(
        String tree,
        String path,
        String statedFile,
        String name,
        int line,
        int startLine,
        int endLine,
        int start,
        int bodyStart,
        int end,
        boolean isStatic,
        @Nullable String defined) {

    /// Whether it is the body of a system call.
    public boolean isSyscall() {
        return SyscallNames.isSyscall(name);
    }

    /// Every name it is known by: the source's, and for a system call those the kernel and its tracers use.
    public List<String> aliases() {
        return SyscallNames.aliases(name, defined);
    }

    /// Whether somebody who says `wanted` can mean this function.
    public boolean isNamed(String wanted) {
        return name.equals(wanted) || wanted.equals(defined) || aliases().contains(wanted);
    }

    /// Whether a line of the file it states stands in it.
    public boolean spans(int anyLine) {
        return anyLine >= startLine && anyLine <= endLine;
    }

    @Override
    public String toString() {
        return name + " at " + statedFile + ":" + line;
    }
}
