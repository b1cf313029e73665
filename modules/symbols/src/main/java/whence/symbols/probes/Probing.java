package whence.symbols.probes;

/// What can be attached to a copy of a symbol.
///
/// @param byName a kprobe on the bare name
/// @param byAddress a kprobe on the copy's own address, written as such or as another symbol and an offset
/// @param fentry ftrace: `fentry`, `kfunc`, the function tracer
public record Probing(Answer byName, Answer byAddress, Answer fentry) {

    /// Whether any kprobe can stand on this copy: what `"kprobe"` means in the JSON.
    public Answer.Status kprobe() {
        return byAddress.status() == Answer.Status.YES || byName.status() == Answer.Status.YES
                ? Answer.Status.YES
                : byAddress.status();
    }

    /// The sentence that goes with [#kprobe].
    public String why() {
        return byAddress.why().equals(byName.why())
                ? byAddress.why()
                : "by address: " + byAddress.why() + "; by name: " + byName.why();
    }
}
