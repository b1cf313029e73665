package whence.source.logs.format;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.source.Conversion;

/// What those `%p` extensions print that can be told by its looks: resources, symbols, bytes, hardware and network
/// addresses, UUIDs (Documentation/core-api/printk-formats.rst). They are looked for where a format has no word to
/// be found by.
public enum Shapes {
    RESOURCE("\\[(?:mem|io |irq|dma|bus|\\?\\?\\?) [^\\]]{1,80}\\]"),
    HARDWARE("(?:[0-9a-fA-F]{2}[:-]?){5}[0-9a-fA-F]{2}"),
    IPV4("\\d{1,3}(?:\\.\\d{1,3}){3}"),
    UUID("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),
    BYTES("[0-9a-f]{2}(?:[ :-]?[0-9a-f]{2}){0,63}"),
    SYMBOL("(?:[A-Za-z_.$][\\w.$]*\\+0x[0-9a-f]+/0x[0-9a-f]+|0x[0-9a-f]{4,16})(?: \\[\\w+(?: [0-9a-f]{8,40})?\\])?"),
    /// A number behind the `0x` that a format itself writes.
    MARKED("0x[0-9a-fA-F]");

    /// What vsnprintf writes for a pointer that cannot be followed.
    private static final String BAD = "\\((?:null|efault|einval)\\)|";

    private final Pattern shape;

    Shapes(String regex) {
        this.shape = Pattern.compile(BAD + regex);
    }

    /// The shape of what a conversion prints; null where it has none of its own.
    public static @Nullable Shapes of(Conversion conversion) {
        int at = conversion.text().indexOf('p');
        String extension = at < 0 ? "" : conversion.text().substring(at + 1);
        return switch (extension) {
            case "R", "r" -> RESOURCE;
            case "M", "MF", "m", "MR" -> HARDWARE;
            case "I4", "I4h", "i4", "I4b" -> IPV4;
            case "U", "Ub", "Ul", "UB", "UL" -> UUID;
            case "h", "hC", "hD", "hN" -> BYTES;
            case "S", "SR", "SRb", "Sb", "B", "Bb", "F" -> SYMBOL;
            default -> null;
        };
    }

    /// Behind the shape that begins at an offset; -1 where none does.
    int end(byte[] line, int at) {
        int most = Math.min(line.length, at + 90);
        Matcher matcher = shape.matcher(new String(line, at, most - at, StandardCharsets.ISO_8859_1));
        return matcher.lookingAt() ? at + matcher.end() : -1;
    }

    /// Whether it stands anywhere in a line.
    public boolean in(String line) {
        boolean possible = switch (this) {
            case RESOURCE -> line.indexOf('[') >= 0;
            case HARDWARE -> line.indexOf(':') >= 0 || line.indexOf('-') >= 0;
            case IPV4 -> line.indexOf('.') >= 0;
            case UUID -> line.indexOf('-') >= 0;
            case BYTES -> false;
            case SYMBOL -> line.indexOf("+0x") >= 0;
            case MARKED -> line.indexOf("0x") >= 0;
        };
        return possible && shape.matcher(line).find();
    }

    /// By which texts are found that have no word but this shape.
    public int hash() {
        byte[] word = ("%" + name()).getBytes(StandardCharsets.US_ASCII);
        return Words.hash(word, 0, word.length);
    }
}
