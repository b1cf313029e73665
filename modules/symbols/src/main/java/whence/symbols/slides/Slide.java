package whence.symbols.slides;

import java.util.List;
import whence.evidence.Grade;
import whence.evidence.Span;

/// How far the addresses of one artifact lie from those of the kernel's list: the KASLR offset between two boots, or
/// between a linked file and a boot.
///
/// @param artifact whose addresses are to be moved
/// @param base the artifact whose addresses stand as they are
/// @param distance what to add to an address of `artifact`, modulo 2^64
/// @param anchors how many symbols agree on it
/// @param why the sentence
/// @param evidence an anchor in both artifacts
public record Slide(
        String artifact, String base, long distance, int anchors, Grade grade, String why, List<Span> evidence) {
    public Slide {
        evidence = List.copyOf(evidence);
    }
}
