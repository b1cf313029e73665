package whence.source.logs.format;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/// Lists of pieces.
public final class Pieces {
    private Pieces() {}

    /// The same with literals that stand side by side made one.
    public static List<Piece> joined(List<Piece> pieces) {
        List<Piece> joined = new ArrayList<>();
        ByteArrayOutputStream literal = new ByteArrayOutputStream();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Literal part) {
                literal.writeBytes(part.bytes());
                continue;
            }
            flush(literal, joined);
            joined.add(piece);
        }
        flush(literal, joined);
        return joined;
    }

    private static void flush(ByteArrayOutputStream literal, List<Piece> pieces) {
        if (literal.size() > 0) {
            pieces.add(new Piece.Literal(literal.toByteArray()));
            literal.reset();
        }
    }
}
