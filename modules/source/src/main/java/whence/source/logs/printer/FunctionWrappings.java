package whence.source.logs.printer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import whence.source.index.Image;
import whence.source.index.facts.FunctionHeads;
import whence.source.index.facts.Shard;
import whence.source.logs.format.Format;
import whence.source.logs.format.Piece;

/// What functions print around a message that they are handed.
final class FunctionWrappings {
    private static final int MOST_FILES = 4;

    private final Image image;
    private final MacroTexts macros;
    private final Wrappers wrappers;

    FunctionWrappings(Image image, MacroTexts macros, Wrappers wrappers) {
        this.image = image;
        this.macros = macros;
        this.wrappers = wrappers;
    }

    /// Through the function of a name, as `file` sees it; empty where none that has it prints a message.
    List<Wrapping> of(String name, int file, int depth) {
        int id = image.name(name);
        if (id < 0) {
            return List.of();
        }
        List<Integer> files = new ArrayList<>(image.definingFiles(id));
        files.sort(Comparator.comparing((Integer defining) -> defining != file));
        List<Wrapping> open = List.of();
        for (int defining : files.subList(0, Math.min(MOST_FILES, files.size()))) {
            Shard shard = macros.shard(defining);
            List<Wrapping> ways = new ArrayList<>();
            for (int i = 0; i < shard.texts(); i++) {
                int in = shard.textFunction(i);
                if (in >= 0 && shard.name(in) == id && shard.textCallee(i) >= 0) {
                    ways.addAll(message(shard, i, defining, depth));
                }
            }
            if (ways.isEmpty() && depth > 0 && !RootPrinters.unread(name).open()) {
                ways.addAll(handedOn(shard, id, defining, depth));
            }
            if (!ways.isEmpty()) {
                return ways;
            }
            open = open.isEmpty() && introduces(shard, id) ? List.of(Wrapping.UNKNOWN) : open;
        }
        return open;
    }

    /// Through a function of the same file that is handed the ready message: `__xfs_printk(level, mp, &vaf)`.
    private List<Wrapping> handedOn(Shard shard, int name, int file, int depth) {
        List<Wrapping> ways = new ArrayList<>();
        for (int function = 0; function < shard.functions(); function++) {
            if ((shard.flags(function) & FunctionHeads.MESSAGE) != 0 && calls(shard, name, shard.name(function))) {
                ways.addAll(of(image.names().text(shard.name(function)), file, depth - 1));
            }
        }
        return ways;
    }

    private static boolean calls(Shard shard, int name, int callee) {
        for (int function = 0; function < shard.functions(); function++) {
            for (int call = shard.firstCall(function); call < shard.endCall(function); call++) {
                if (shard.name(function) == name && shard.callee(call) == callee) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<Wrapping> message(Shard shard, int text, int file, int depth) {
        if (!wrappers.prints(shard.textCallee(text), shard.textArgument(text))) {
            return List.of();
        }
        Format format = Format.of(image.texts().bytes(shard.textId(text)));
        Place place = Place.of(file, shard.textLine(text));
        List<Piece> pieces = wrappers.resolved(format.pieces(), place, Wrappers.DEPTH);
        int hole = hole(pieces);
        if (hole < 0) {
            return List.of();
        }
        String callee = image.names().text(shard.textCallee(text));
        Wrapping own = new Wrapping(
                pieces.subList(0, hole), pieces.subList(hole + 1, pieces.size()), format.level(), Naming.NONE);
        return wrappers.around(callee, shard.textArgument(text), place, depth - 1).stream()
                .map(own::inside)
                .toList();
    }

    /// Where the message goes: `%pV`, else a `%s` at the end.
    static int hole(List<Piece> pieces) {
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i) instanceof Piece.Value value
                    && value.conversion().text().equals("%pV")) {
                return i;
            }
        }
        int last = pieces.size() - 1;
        boolean text = last >= 0
                && pieces.get(last) instanceof Piece.Value value
                && value.conversion().text().equals("%s");
        return text ? last : -1;
    }

    /// Whether the function takes a format and prints something else besides, by which it introduces the message:
    /// `acpi_os_printf(ACPI_MSG_INFO); acpi_os_vprintf(format, list)`.
    private boolean introduces(Shard shard, int name) {
        for (int function = 0; function < shard.functions(); function++) {
            boolean takes = shard.name(function) == name
                    && (shard.flags(function) & (FunctionHeads.VARIADIC | FunctionHeads.VA_LIST)) != 0;
            for (int call = shard.firstCall(function); takes && call < shard.endCall(function); call++) {
                String callee = image.names().text(shard.callee(call));
                if (!callee.startsWith("v") && !callee.contains("_v") && wrappers.prints(shard.callee(call), 0)) {
                    return true;
                }
            }
        }
        return false;
    }
}
