package whence.app.model;

import whence.evidence.Ref;

/// Where a function is defined, as a list offers it.
///
/// @param name as the source writes it: `bpf_prog_load`, `SYSCALL_DEFINE3(bpf)`
public record Definition(String name, Ref.Source at) {
    @Override
    public String toString() {
        return name + "   " + at.file() + ":" + at.line() + "   " + at.tree();
    }
}
