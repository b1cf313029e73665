package whence.source.logs.printer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import whence.source.index.Image;
import whence.source.index.Section;
import whence.source.logs.format.Piece;

/// Works out what is printed around a format, by reading the macros and functions it goes through in the file it
/// stands in: `pr_err` with that file's `pr_fmt`, `ext4_msg` with its `EXT4-fs (%s): %pV`.
public final class Wrappers {
    /// How many macros and functions deep a format is followed.
    public static final int DEPTH = 8;
    private static final int MOST_KNOWN = 10_000;
    private static final int MOST_WAYS = 4;

    private final Image image;
    private final MacroTexts macros;
    private final MacroPieces texts;
    private final MacroWrappings byMacro;
    private final FunctionWrappings byFunction;
    private final Map<Integer, Integer> formats;
    private final Map<Use, List<Wrapping>> known = new ConcurrentHashMap<>();

    /// With the printers that the index lists.
    public Wrappers(Image image, MacroTexts macros) {
        this(image, macros, printers(image));
    }

    /// @param formats by the number of a name, a bit for each argument that is a format
    public Wrappers(Image image, MacroTexts macros, Map<Integer, Integer> formats) {
        this.image = image;
        this.macros = macros;
        this.formats = Map.copyOf(formats);
        this.texts = new MacroPieces(image, macros);
        this.byMacro = new MacroWrappings(macros, this);
        this.byFunction = new FunctionWrappings(image, macros, this);
    }

    private static Map<Integer, Integer> printers(Image image) {
        Map<Integer, Integer> formats = new HashMap<>();
        var printers = image.section(Section.PRINTERS);
        for (long at = 0; at + 8 <= printers.size(); at += 8) {
            formats.put(printers.i32(at), printers.i32(at + 4));
        }
        return formats;
    }

    /// Whether argument `argument` of `name` is a format that is printed.
    public boolean prints(int name, int argument) {
        return argument >= 0 && argument < 31 && ((formats.getOrDefault(name, 0) >>> argument) & 1) != 0;
    }

    boolean prints(String name, int argument) {
        int id = image.name(name);
        return (id >= 0 && prints(id, argument))
                || Integer.valueOf(argument).equals(BasePrinters.all().get(name));
    }

    /// What `name` prints around the format that is its argument number `argument`, when it is used at a place: one
    /// way for each branch of its body (`ata1: ` or `ata1.00: `), at least one, few.
    public List<Wrapping> around(String name, int argument, Place place) {
        if (known.size() > MOST_KNOWN) {
            known.clear();
        }
        Use use = new Use(name, argument, place.file(), macros.section(place), place.outer());
        List<Wrapping> ways = known.get(use);
        if (ways == null) {
            ways = around(name, argument, place, DEPTH);
            known.put(use, ways);
        }
        return ways;
    }

    /// A format that goes into `name` as its argument, in a part of a file between two definitions of `pr_fmt`.
    private record Use(String name, int argument, int file, int section, boolean outer) {}

    List<Wrapping> around(String name, int argument, Place place, int depth) {
        if (depth <= 0 || RootPrinters.NAMES.contains(name)) {
            return List.of(Wrapping.PLAIN);
        }
        List<Wrapping> ways = byMacro.of(name, argument, place, depth);
        ways = ways.isEmpty() ? byFunction.of(name, place.file(), depth) : ways;
        return ways.isEmpty()
                ? List.of(byMacro.applied(name, place).inside(RootPrinters.unread(name)))
                : ways.stream().distinct().limit(MOST_WAYS).toList();
    }

    /// Pieces with macros replaced by their texts, where the tree tells.
    public List<Piece> resolved(List<Piece> pieces, Place place, int depth) {
        return texts.resolved(pieces, place, depth);
    }
}
