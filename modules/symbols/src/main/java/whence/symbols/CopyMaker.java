package whence.symbols;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import whence.evidence.Grade;
import whence.evidence.Span;
import whence.symbols.facts.SymbolTable;
import whence.symbols.objects.BareName;
import whence.symbols.objects.ObjectClaim;
import whence.symbols.objects.ObjectEvidence;
import whence.symbols.probes.ProbeSearch;
import whence.symbols.probes.ProbeWriter;
import whence.symbols.probes.Probing;

/// Says everything that is known of a row of the kernel's list.
///
/// @param evidence kinds of evidence for objects, the strongest first
record CopyMaker(SymbolTable base, List<ObjectEvidence> evidence, ProbeSearch probes, ProbeWriter writer) {
    private static final int MAX_ALIASES = 64;

    CopyMaker {
        evidence = List.copyOf(evidence);
    }

    Copy copy(int row) {
        int[] same = base.named(base.name(row));
        int number = (int) IntStream.of(same).filter(r -> r <= row).count();
        ObjectClaim claim = claim(row);
        Probing probing = probes.of(row, same.length);
        List<Span> spans = new ArrayList<>(List.of(base.span(row)));
        claim.evidence().stream().filter(s -> !spans.contains(s)).forEach(spans::add);
        return new Copy(
                base.name(row),
                base.address(row),
                !base.addressesHidden(),
                base.type(row),
                base.module(row),
                base.size(row),
                number,
                aliases(row),
                BareName.of(base.name(row)).warnings(),
                claim.object(),
                claim.grade(),
                claim.why(),
                spans,
                probing,
                writer.of(row, number, same.length, probing));
    }

    private List<String> aliases(int row) {
        return IntStream.of(base.aliases(row))
                .filter(r -> r != row)
                .limit(MAX_ALIASES)
                .mapToObj(base::name)
                .toList();
    }

    /// The strongest claim there is.
    ObjectClaim claim(int row) {
        for (ObjectEvidence kind : evidence) {
            var claim = kind.of(row);
            if (claim.isPresent()) {
                return claim.get();
            }
        }
        String why = base.addressesHidden()
                ? "nothing says which object it comes from, and its address is hidden"
                : "nothing in the session says which object it comes from: a symbol table with STT_FILE entries (readelf -s "
                        + "vmlinux), debug information or a linker map would";
        return new ObjectClaim(null, Grade.OBSERVED, why, List.of());
    }
}
