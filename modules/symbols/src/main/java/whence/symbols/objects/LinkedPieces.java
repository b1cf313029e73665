package whence.symbols.objects;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import whence.evidence.Grade;
import whence.symbols.facts.LinkerMap;
import whence.symbols.facts.SymbolTable;
import whence.symbols.slides.Hex;
import whence.symbols.slides.Slide;

/// Linker maps. A kernel that is linked from one `vmlinux.o` has a map that names that for everything, which says
/// nothing.
public final class LinkedPieces implements ObjectEvidence {
    private final SymbolTable base;
    private final List<LinkerMap> maps;
    private final Map<String, Slide> slides;

    public LinkedPieces(SymbolTable base, List<LinkerMap> maps, Map<String, Slide> slides) {
        this.base = base;
        this.maps = List.copyOf(maps);
        this.slides = Map.copyOf(slides);
    }

    @Override
    public String kind() {
        return "linker map";
    }

    @Override
    public Optional<ObjectClaim> of(int row) {
        for (LinkerMap map : base.module(row).isEmpty() ? maps : List.<LinkerMap>of()) {
            Slide slide = slides.get(map.artifact());
            Optional<LinkerMap.Piece> piece = slide == null
                    ? Optional.empty()
                    : map.at(base.address(row) - slide.distance())
                            .filter(p -> !p.object().endsWith("vmlinux.o"));
            if (slide != null && piece.isPresent()) {
                String object = piece.get().object();
                String why = "the linker map " + map.artifact() + " takes this place from " + object
                        + ", after a slide of " + Hex.signed(slide.distance()) + ": " + slide.why();
                return Optional.of(new ObjectClaim(
                        object, Grade.OBSERVED, why, List.of(piece.get().span())));
            }
        }
        return Optional.empty();
    }
}
