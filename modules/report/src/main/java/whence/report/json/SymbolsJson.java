package whence.report.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import whence.symbols.Ambiguity;
import whence.symbols.Copy;
import whence.symbols.Place;
import whence.symbols.Symbol;
import whence.symbols.mention.AddressMention;
import whence.symbols.mention.Located;
import whence.symbols.slides.Slide;

/// Symbols and their copies, as the contract writes them.
public final class SymbolsJson {
    private SymbolsJson() {}

    /// The document without its `symbols`, which a caller with many of them prints one by one.
    public static ObjectNode head(int count, Ambiguity ambiguity, List<Slide> slides) {
        ObjectNode document = Json.document().put("count", count);
        document.set(
                "ambiguous_names",
                Json.object()
                        .put("by_text", ambiguity.byText())
                        .put("by_kprobe", ambiguity.byKprobe())
                        .put("by_kprobe_how", ambiguity.how()));
        document.set("slides", Json.array(slides, SymbolsJson::slide));
        return document;
    }

    /// What each address mentioned in a text stands for.
    public static ArrayNode located(String text, List<Located> located) {
        return Json.array(located, one -> {
            AddressMention mention = one.mention();
            ObjectNode node = Json.object()
                    .put("text", text.substring(mention.start(), mention.end()))
                    .put("start", mention.start())
                    .put("end", mention.end());
            node.set("places", Json.array(one.places(), SymbolsJson::spot));
            return node;
        });
    }

    private static ObjectNode spot(Located.Spot spot) {
        Place place = spot.place();
        Copy copy = place.copy();
        ObjectNode node = Json.object()
                .put("name", copy.name())
                .put("copy", copy.number())
                .put("module", copy.module().isEmpty() ? null : copy.module())
                .put("offset", "0x" + Long.toHexString(place.offset()))
                .put("address", place.addressText())
                .put("object", copy.object());
        node.set(
                "lines",
                Json.array(
                        spot.lines(),
                        frame -> Json.object()
                                .put("function", frame.function())
                                .put("file", frame.file())
                                .put("line", frame.line())
                                .put("inlined", frame.inlined())));
        return node;
    }

    /// One object a module that has the name.
    public static List<ObjectNode> symbol(Symbol symbol) {
        Map<String, List<Copy>> byModule = new LinkedHashMap<>();
        for (Copy copy : symbol.copies()) {
            byModule.computeIfAbsent(copy.module(), module -> new java.util.ArrayList<>())
                    .add(copy);
        }
        return byModule.entrySet().stream()
                .map(entry -> {
                    ObjectNode node = Json.object().put("name", symbol.name());
                    node.put("module", entry.getKey().isEmpty() ? null : entry.getKey());
                    node.set("addresses", Json.array(entry.getValue(), SymbolsJson::copy));
                    return node;
                })
                .toList();
    }

    private static ObjectNode copy(Copy copy) {
        ObjectNode node = Json.object()
                .put("address", copy.addressText())
                .put("type", String.valueOf(copy.type()))
                .put("object", copy.object())
                .put("grade", Json.grade(copy.grade()))
                .put("why", copy.why());
        node.set("aliases", Json.texts(copy.aliases()));
        node.set(
                "probe",
                Json.object()
                        .put("kprobe", copy.probing().kprobe().word())
                        .put("why", copy.probing().why())
                        .put("by_name", copy.probing().byName().status().word())
                        .put("by_address", copy.probing().byAddress().status().word())
                        .put("fentry", copy.probing().fentry().status().word()));
        node.set(
                "offers",
                Json.array(
                        copy.offers(),
                        offer -> Json.object()
                                .put("tool", offer.tool())
                                .put("text", offer.text())
                                .put("note", offer.note())));
        node.set("evidence", Json.spans(copy.evidence()));
        return node;
    }

    private static ObjectNode slide(Slide slide) {
        ObjectNode node = Json.object()
                .put("artifact", slide.artifact())
                .put("base", slide.base())
                .put("distance", "0x" + Long.toHexString(slide.distance()))
                .put("anchors", slide.anchors())
                .put("grade", Json.grade(slide.grade()))
                .put("why", slide.why());
        node.set("evidence", Json.spans(slide.evidence()));
        return node;
    }
}
