package whence.symbols;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import whence.evidence.Grade;
import whence.evidence.Span;
import whence.symbols.facts.SymbolTable;

/// Finds which object a copy comes from, by the strongest evidence there is. Names of artifacts are no evidence.
final class ObjectSearch {
    private final SymbolTable base;
    private final List<SymbolTable> others;
    private final Map<String, Slide> slides;

    ObjectSearch(SymbolTable base, List<SymbolTable> others, Map<String, Slide> slides) {
        this.base = base;
        this.others = others;
        this.slides = slides;
    }

    /// What is known of the object of a row of the base.
    record Claim(@Nullable String object, Grade grade, String why, List<Span> evidence) {}

    Claim of(int row) {
        return own(row).or(() -> module(row))
                .or(() -> byAddress(row))
                .or(() -> byRank(row))
                .orElseGet(() -> none());
    }

    private Optional<Claim> own(int row) {
        String file = base.file(row);
        return file == null
                ? Optional.empty()
                : Optional.of(new Claim(
                        file,
                        Grade.OBSERVED,
                        "it follows the STT_FILE entry " + file,
                        spans(null, base.fileSpan(row))));
    }

    private Optional<Claim> module(int row) {
        String module = base.module(row);
        if (module.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                module.equals("bpf") || module.startsWith("__builtin__")
                        ? new Claim(null, Grade.OBSERVED, "made at run time: [" + module + "]", List.of())
                        : new Claim(
                                module + ".ko",
                                Grade.OBSERVED,
                                base.format() + " lists it in [" + module + "]",
                                List.of()));
    }

    private Optional<Claim> byAddress(int row) {
        for (SymbolTable other : others) {
            Slide slide = slides.get(other.artifact());
            if (slide == null) {
                continue;
            }
            for (int partner : other.named(base.name(row))) {
                String file = other.file(partner);
                if (file != null && other.address(partner) + slide.distance() == base.address(row)) {
                    return Optional.of(
                            new Claim(file, Grade.OBSERVED, why(file, slide), evidence(other, partner, slide)));
                }
            }
        }
        return Optional.empty();
    }

    private static String why(String file, Slide slide) {
        return "it follows the STT_FILE entry " + file + " in " + slide.artifact()
                + ", whose addresses fit after a slide of " + Hex.signed(slide.distance()) + ": " + slide.why();
    }

    private List<Span> evidence(SymbolTable other, int partner, Slide slide) {
        List<Span> all = new ArrayList<>(spans(other.span(partner), other.fileSpan(partner)));
        slide.evidence().stream().filter(span -> !all.contains(span)).forEach(all::add);
        return all;
    }

    /// Where addresses are hidden, the copies of a name still stand in the same order in both lists.
    private Optional<Claim> byRank(int row) {
        if (!base.addressesHidden()) {
            return Optional.empty();
        }
        int[] here = kernelRows(base, base.name(row));
        for (SymbolTable other : others) {
            int[] there = kernelRows(other, base.name(row));
            int rank = IntStream.range(0, here.length)
                    .filter(i -> here[i] == row)
                    .findFirst()
                    .orElse(-1);
            if (rank < 0 || there.length != here.length || other.addressesHidden()) {
                continue;
            }
            int partner = IntStream.of(there)
                    .boxed()
                    .sorted((a, b) -> Long.compareUnsigned(other.address(a), other.address(b)))
                    .toList()
                    .get(rank);
            String file = other.file(partner);
            if (file != null) {
                String why = "addresses are hidden, but " + other.artifact()
                        + " has as many copies, and in order of address number " + (rank + 1)
                        + " follows the STT_FILE entry " + file;
                return Optional.of(
                        new Claim(file, Grade.DERIVED, why, spans(other.span(partner), other.fileSpan(partner))));
            }
        }
        return Optional.empty();
    }

    private static int[] kernelRows(SymbolTable table, String name) {
        return IntStream.of(table.named(name))
                .filter(row -> table.module(row).isEmpty())
                .toArray();
    }

    private Claim none() {
        String why = base.addressesHidden()
                ? "nothing says which object it comes from, and its address is hidden"
                : "nothing in the session says which object it comes from: a symbol table with STT_FILE entries (readelf -s "
                        + "vmlinux) or a linker map would";
        return new Claim(null, Grade.OBSERVED, why, List.of());
    }

    private static List<Span> spans(@Nullable Span first, @Nullable Span second) {
        List<Span> all = new ArrayList<>();
        if (first != null) {
            all.add(first);
        }
        if (second != null) {
            all.add(second);
        }
        return all;
    }
}
