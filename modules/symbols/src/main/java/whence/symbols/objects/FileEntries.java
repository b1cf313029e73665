package whence.symbols.objects;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whence.evidence.Grade;
import whence.evidence.Span;
import whence.symbols.facts.SymbolTable;
import whence.symbols.slides.Hex;
import whence.symbols.slides.Slide;

/// `STT_FILE` entries: the linker writes the local symbols of each object behind the name of its source. The
/// strongest evidence there is, where the address, moved by the slide, is that of the copy.
public final class FileEntries implements ObjectEvidence {
    private final SymbolTable base;
    private final List<SymbolTable> others;
    private final Map<String, Slide> slides;

    /// @param slides by artifact, of those `others` that fit
    public FileEntries(SymbolTable base, List<SymbolTable> others, Map<String, Slide> slides) {
        this.base = base;
        this.others = List.copyOf(others);
        this.slides = Map.copyOf(slides);
    }

    @Override
    public String kind() {
        return "STT_FILE";
    }

    @Override
    public Optional<ObjectClaim> of(int row) {
        return own(row).or(() -> byAddress(row)).or(() -> byRank(row));
    }

    private Optional<ObjectClaim> own(int row) {
        String file = base.file(row);
        return file == null
                ? Optional.empty()
                : Optional.of(new ObjectClaim(
                        file, Grade.OBSERVED, "it follows the STT_FILE entry " + file, spans(base.fileSpan(row))));
    }

    private Optional<ObjectClaim> byAddress(int row) {
        for (SymbolTable other : others) {
            Slide slide = slides.get(other.artifact());
            if (slide == null) {
                continue;
            }
            for (int partner : other.named(base.name(row))) {
                String file = other.file(partner);
                if (file != null && other.address(partner) + slide.distance() == base.address(row)) {
                    String why = "it follows the STT_FILE entry " + file + " in " + other.artifact()
                            + "; the addresses of " + other.artifact() + " fit after a slide of "
                            + Hex.signed(slide.distance()) + ": "
                            + slide.why();
                    return Optional.of(new ObjectClaim(file, Grade.OBSERVED, why, evidence(other, partner, slide)));
                }
            }
        }
        return Optional.empty();
    }

    private static List<Span> evidence(SymbolTable other, int partner, Slide slide) {
        List<Span> all = new ArrayList<>(spans(other.span(partner), other.fileSpan(partner)));
        slide.evidence().stream().filter(span -> !all.contains(span)).forEach(all::add);
        return all;
    }

    /// Where addresses are hidden, the copies of a name still stand in the same order in both lists.
    private Optional<ObjectClaim> byRank(int row) {
        if (!base.addressesHidden() || !base.module(row).isEmpty()) {
            return Optional.empty();
        }
        int[] here = kernelRows(base, base.name(row));
        int rank = IntStream.range(0, here.length)
                .filter(i -> here[i] == row)
                .findFirst()
                .orElse(0);
        for (SymbolTable other : others) {
            int[] there = inOrder(other, kernelRows(other, base.name(row)));
            String file = there.length != here.length || other.addressesHidden() ? null : other.file(there[rank]);
            if (file != null) {
                String why = "addresses are hidden, but " + other.artifact() + " has as many copies, and number "
                        + (rank + 1) + " in order of address follows the STT_FILE entry " + file;
                List<Span> evidence = spans(other.span(there[rank]), other.fileSpan(there[rank]));
                return Optional.of(new ObjectClaim(file, Grade.DERIVED, why, evidence));
            }
        }
        return Optional.empty();
    }

    private static int[] kernelRows(SymbolTable table, String name) {
        return IntStream.of(table.named(name))
                .filter(row -> table.module(row).isEmpty())
                .toArray();
    }

    private static int[] inOrder(SymbolTable table, int[] rows) {
        return IntStream.of(rows)
                .boxed()
                .sorted((a, b) -> Long.compareUnsigned(table.address(a), table.address(b)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static List<Span> spans(@Nullable Span... spans) {
        return Stream.of(spans)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }
}
