package whence.trail.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import whence.bytes.Lines;
import whence.evidence.Grade;
import whence.evidence.Span;
import whence.symbols.Symbol;
import whence.symbols.Symbols;
import whence.symbols.facts.KernelVersion;
import whence.symbols.probes.AmbiguousProbe;
import whence.traces.ftrace.ProbeDefinition;

/// A captured probe on a name that several functions bear, on a kernel that took the first of them and told
/// nobody.
///
/// @param definition as the capture holds it
/// @param copies how many functions bear the name
/// @param grade derived where that kernel is known to do so, assumed where its version does not tell
/// @param span of the first such definition
public record FirstTaken(String function, String definition, int copies, Grade grade, Span span) {

    /// One for each name, in the order of the session. Definitions by address or offset say which copy they
    /// mean.
    public static List<FirstTaken> all(Material material, Symbols symbols, Optional<Release> release) {
        AmbiguousProbe kernel = AmbiguousProbe.of(
                release.flatMap(r -> KernelVersion.of(r.release(), r.version())).orElse(null));
        Grade grade = switch (kernel) {
            case FIRST_TAKEN -> Grade.DERIVED;
            case UNKNOWN, REFUSED -> Grade.ASSUMED;
        };
        Map<String, FirstTaken> byName = new LinkedHashMap<>();
        if (kernel != AmbiguousProbe.REFUSED) {
            for (Material.Part part : material.of("kprobe_events")) {
                defined(part, symbols, grade).forEach(one -> byName.putIfAbsent(one.function, one));
            }
        }
        return List.copyOf(byName.values());
    }

    private static List<FirstTaken> defined(Material.Part part, Symbols symbols, Grade grade) {
        List<FirstTaken> found = new ArrayList<>();
        Lines lines = new Lines(part.input().bytes());
        while (lines.next()) {
            String text = lines.text();
            Span span = new Span(part.artifact().path(), lines.number(), lines.start(), lines.length());
            ProbeDefinition.parse(text)
                    .filter(probe -> probe.offset() == 0 && (probe.kind() == 'p' || probe.kind() == 'r'))
                    .flatMap(probe -> Optional.ofNullable(probe.symbol()))
                    .flatMap(symbols::named)
                    .filter(Symbol::ambiguous)
                    .ifPresent(symbol -> found.add(new FirstTaken(
                            symbol.name(), text.strip(), symbol.copies().size(), grade, span)));
        }
        return found;
    }
}
