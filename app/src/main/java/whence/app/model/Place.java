package whence.app.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whence.evidence.Ref;
import whence.evidence.Span;

/// A focus as each sort of pane sees it: what it stands for is worked out once, for all of them.
///
/// Anything may be absent; a pane then stays where it is.
public record Place(
        Ref.@Nullable Event event,
        @Nullable Span span,
        Ref.@Nullable Symbol symbol,
        Ref.@Nullable Source source,
        Ref.@Nullable Finding finding) {
    public static final Place NOWHERE = new Place(null, null, null, null, null);

    /// What a focus stands for in a capture. Any thread; as long as looking up an event by its bytes takes.
    public static Place of(Focus focus, Capture capture) {
        Place place = ofRef(focus.at(), capture);
        for (Span span : focus.evidence()) {
            place = place.or(ofSpan(span, capture));
        }
        return place;
    }

    private static Place ofRef(@Nullable Ref ref, Capture capture) {
        return switch (ref) {
            case null -> NOWHERE;
            case Ref.Event event -> ofEvent(event, capture);
            case Ref.Range range -> ofSpan(range.span(), capture);
            case Ref.Symbol symbol ->
                new Place(null, null, symbol, capture.definition(symbol.name()).orElse(null), null);
            case Ref.Source source -> new Place(null, null, null, source, null);
            case Ref.Finding finding -> ofFinding(finding, capture);
            case Ref.Instant instant -> new Place(capture.nearest(instant).orElse(null), null, null, null, null);
        };
    }

    private static Place ofEvent(Ref.Event event, Capture capture) {
        Place place = new Place(event, capture.span(event).orElse(null), null, null, null);
        return capture.function(event)
                .map(name -> place.or(ofRef(new Ref.Symbol(name, 0), capture)))
                .orElse(place);
    }

    private static Place ofSpan(Span span, Capture capture) {
        Ref.Source line = capture.sourceAt(span).orElse(null);
        return new Place(capture.eventAt(span).orElse(null), span, null, line, null);
    }

    private static Place ofFinding(Ref.Finding finding, Capture capture) {
        Place place = new Place(null, null, null, null, finding);
        return capture.notes()
                .find(finding.id())
                .map(f -> place.or(f.at() instanceof Ref.Finding ? NOWHERE : ofRef(f.at(), capture)))
                .orElse(place);
    }

    private Place or(Place other) {
        return new Place(
                event != null ? event : other.event,
                span != null ? span : other.span,
                symbol != null ? symbol : other.symbol,
                source != null ? source : other.source,
                finding != null ? finding : other.finding);
    }

    public Optional<Ref.Event> theEvent() {
        return Optional.ofNullable(event);
    }

    public Optional<Span> theSpan() {
        return Optional.ofNullable(span);
    }
}
