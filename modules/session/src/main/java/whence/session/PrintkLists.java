package whence.session;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whence.bytes.ShrunkException;
import whence.bytes.Watch;
import whence.evidence.Loss;
import whence.source.printk.PrintkIndex;
import whence.timeline.Input;

/// The printk index of the kernel that ran, out of all artifacts that are lists of it; read when first asked.
final class PrintkLists {
    private final Collection<Loaded> artifacts;
    private @Nullable PrintkIndex index;

    PrintkLists(Collection<Loaded> artifacts) {
        this.artifacts = artifacts;
    }

    /// Empty where the session has none.
    synchronized Optional<PrintkIndex> index(Watch watch) {
        if (index == null) {
            index = PrintkIndex.joined(
                    artifacts.stream().flatMap(one -> list(one, watch).stream()).toList());
        }
        return Optional.of(index).filter(any -> !any.entries().isEmpty());
    }

    /// What was lost in reading them so far.
    synchronized List<Loss> losses() {
        return index == null ? List.of() : index.losses();
    }

    private static Optional<PrintkIndex> list(Loaded one, Watch watch) {
        String format = one.artifact().format();
        if (format != null && !format.equals(PrintkIndex.FORMAT)) {
            return Optional.empty();
        }
        try {
            Input input = one.input(watch);
            return PrintkIndex.claims(input.bytes())
                    ? Optional.of(PrintkIndex.read(one.artifact().path(), input.bytes(), watch))
                    : Optional.empty();
        } catch (ShrunkException | InternalError shrunk) {
            return Optional.empty();
        }
    }
}
