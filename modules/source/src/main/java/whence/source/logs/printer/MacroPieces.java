package whence.source.logs.printer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import whence.source.c.Kind;
import whence.source.c.Tokens;
import whence.source.index.Image;
import whence.source.index.facts.FormatText;
import whence.source.logs.format.Format;
import whence.source.logs.format.Piece;
import whence.source.logs.format.Pieces;

/// The texts that macros among the literals of a format stand for.
final class MacroPieces {
    private final Image image;
    private final MacroTexts macros;

    MacroPieces(Image image, MacroTexts macros) {
        this.image = image;
        this.macros = macros;
    }

    /// Pieces with macros replaced by their texts, where the tree tells.
    List<Piece> resolved(List<Piece> pieces, Place place, int depth) {
        if (pieces.stream().noneMatch(Piece.Macro.class::isInstance)) {
            return pieces;
        }
        List<Piece> all = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Macro macro && depth > 0) {
                all.addAll(text(macro, place, depth - 1));
            } else {
                all.add(piece);
            }
        }
        return Pieces.joined(all);
    }

    private List<Piece> text(Piece.Macro macro, Place place, int depth) {
        if (macro.name().equals("KBUILD_BASENAME")) {
            return List.of(new Piece.Literal(basename(image.path(place.file()))));
        }
        List<MacroTexts.Found> found = macros.of(macro.name(), place);
        if (found.isEmpty() || !found.getFirst().shape().parameters().isEmpty()) {
            return List.of(macro);
        }
        Tokens body = found.getFirst().shape().body();
        boolean plain = body.count() > 0;
        for (int i = 0; i < body.count(); i++) {
            plain &= body.kind(i) == Kind.STRING || body.kind(i) == Kind.IDENTIFIER;
        }
        if (!plain) {
            return List.of(macro);
        }
        FormatText text = new FormatText();
        text.read(body, 0, body.count());
        return resolved(
                Format.of(java.util.Arrays.copyOf(text.bytes(), text.size())).pieces(), place, depth);
    }

    /// What the build calls a file: its name without the ending, with `_` for `-`.
    private static byte[] basename(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.indexOf('.');
        return (dot < 0 ? name : name.substring(0, dot)).replace('-', '_').getBytes(StandardCharsets.UTF_8);
    }
}
