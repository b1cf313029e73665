package whence.source.logs.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.source.c.Kind;
import whence.source.c.Tokens;
import whence.source.index.Image;
import whence.source.index.facts.FormatText;
import whence.source.index.facts.Shard;
import whence.source.logs.format.Format;
import whence.source.logs.format.Piece;
import whence.source.logs.printer.MacroTexts;
import whence.source.logs.printer.Place;
import whence.source.logs.printer.Wrappers;
import whence.source.logs.printer.Wrapping;

/// Statements that are known to print bytes which journalctl does not show: those that hand a constant with such
/// bytes to their format (`ELFMAG` begins with 0x7f).
public final class UnprintableTexts {
    private final Image image;
    private final MacroTexts macros;
    private final Wrappers wrappers;

    /// Reads nothing yet.
    public UnprintableTexts(Image image, MacroTexts macros, Wrappers wrappers) {
        this.image = image;
        this.macros = macros;
        this.wrappers = wrappers;
    }

    /// A statement and the constant that it prints.
    public record Statement(int file, int text, Format format, Wrapping wrapping, String value) {}

    /// Statements whose whole message has so many bytes. Looks through all files of the tree.
    public List<Statement> printing(int length) {
        List<Statement> found = new ArrayList<>();
        for (int file = 0; file < image.files(); file++) {
            Shard shard = image.shard(file);
            for (int i = 0; i < shard.texts(); i++) {
                boolean candidate =
                        shard.textConstant(i) >= 0 && wrappers.prints(shard.textCallee(i), shard.textArgument(i));
                Statement statement = candidate ? statement(file, shard, i, length) : null;
                if (statement != null) {
                    found.add(statement);
                }
            }
        }
        return found;
    }

    private @Nullable Statement statement(int file, Shard shard, int text, int length) {
        byte[] constant = constant(image.names().text(shard.textConstant(text)), file);
        if (constant == null || printable(constant)) {
            return null;
        }
        Format format = Format.of(image.texts().bytes(shard.textId(text)));
        String callee = image.names().text(shard.textCallee(text));
        Wrapping wrapping = wrappers.around(callee, shard.textArgument(text), Place.of(file, shard.textLine(text)))
                .getFirst();
        int values = 0;
        int bytes = constant.length;
        for (Piece piece : wrapping.around(format).pieces()) {
            bytes += piece instanceof Piece.Literal literal ? literal.bytes().length : 0;
            values += piece instanceof Piece.Literal ? 0 : 1;
        }
        boolean fits = values == 1 && bytes == length;
        return fits ? new Statement(file, text, format, wrapping, new String(constant, StandardCharsets.UTF_8)) : null;
    }

    /// The text a macro stands for; null where it is none.
    private byte @Nullable [] constant(String name, int file) {
        List<MacroTexts.Found> found = macros.of(name, Place.of(file, 0));
        if (found.isEmpty()) {
            return null;
        }
        Tokens body = found.getFirst().shape().body();
        for (int i = 0; i < body.count(); i++) {
            if (body.kind(i) != Kind.STRING) {
                return null;
            }
        }
        FormatText text = new FormatText();
        text.read(body, 0, body.count());
        return Arrays.copyOf(text.bytes(), text.size());
    }

    private static boolean printable(byte[] bytes) {
        for (byte b : bytes) {
            if ((b < ' ' && b != '\t' && b != '\n') || b == 0x7f) {
                return false;
            }
        }
        return true;
    }
}
