package whence.source.logs.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import whence.source.index.Image;
import whence.source.index.ImageParts;
import whence.source.index.StatementSections;
import whence.source.index.facts.FunctionHeads;
import whence.source.index.facts.Shard;
import whence.source.logs.printer.MacroShape;
import whence.source.logs.printer.Printers;

/// Adds to an image what its log statements are: which texts are formats of something that prints, in which files,
/// and by which words of a line they are found.
public final class StatementTable {
    private static final byte[] MESSAGE = "%pV".getBytes(StandardCharsets.UTF_8);
    private static final Set<String> BUFFERS =
            Set.of("vsnprintf", "vscnprintf", "vsprintf", "kvasprintf", "kvasprintf_const");

    /// Functions that may print what they are handed.
    private static final int TAKING = FunctionHeads.VARIADIC | FunctionHeads.VA_LIST | FunctionHeads.MESSAGE;

    private final Image image;

    private StatementTable(Image image) {
        this.image = image;
    }

    /// Completes the parts of an image.
    public static void add(ImageParts parts) {
        Image image = parts.onHeap();
        new StatementTable(image).fill(parts);
    }

    private void fill(ImageParts parts) {
        Map<String, Long> printers = printers().find();
        long[] formats = new long[image.names().count()];
        Map<Integer, Integer> byName = new HashMap<>();
        StatementSections sections = new StatementSections(image.texts().count());
        printers.forEach((name, bits) -> {
            int id = image.name(name);
            if (id >= 0) {
                formats[id] = bits;
                byName.put(id, bits.intValue());
                sections.printer(id, bits);
            }
        });
        Statements statements = new Statements(image, formats, sections);
        for (int file = 0; file < image.files(); file++) {
            statements.carriers(file, image.shard(file));
        }
        for (int file = 0; file < image.files(); file++) {
            statements.add(file, image.shard(file));
        }
        statements.finish();
        new AnchorTable(image, sections).fill(byName);
        sections.addTo(parts);
    }

    private Printers printers() {
        Printers printers = new Printers();
        Set<Long> seen = new HashSet<>();
        for (int file = 0; file < image.files(); file++) {
            Shard shard = image.shard(file);
            int[] macros = shard.macroTexts();
            for (int i = 0; i < macros.length; i += 3) {
                if (seen.add(((long) macros[i] << 32) | macros[i + 1])) {
                    printers.macro(
                            image.names().text(macros[i]),
                            MacroShape.of(image.texts().bytes(macros[i + 1])));
                }
            }
            Map<Integer, List<Integer>> texts = new HashMap<>();
            for (int function = 0; function < shard.functions(); function++) {
                if ((shard.flags(function) & TAKING) != 0) {
                    texts = texts.isEmpty() ? textsByFunction(shard) : texts;
                    Printers.Candidate taking = candidate(shard, function, texts.getOrDefault(function, List.of()));
                    if ((shard.flags(function) & FunctionHeads.MESSAGE) != 0) {
                        printers.message(taking.name(), taking.outer());
                    } else {
                        printers.function(taking);
                    }
                }
            }
        }
        return printers;
    }

    private static Map<Integer, List<Integer>> textsByFunction(Shard shard) {
        Map<Integer, List<Integer>> texts = new HashMap<>();
        for (int i = 0; i < shard.texts(); i++) {
            texts.computeIfAbsent(shard.textFunction(i), function -> new ArrayList<>())
                    .add(i);
        }
        return texts;
    }

    private Printers.Candidate candidate(Shard shard, int function, List<Integer> texts) {
        Set<String> callees = new HashSet<>();
        for (int call = shard.firstCall(function); call < shard.endCall(function); call++) {
            callees.add(image.names().text(shard.callee(call)));
        }
        boolean buffers = callees.stream().anyMatch(BUFFERS::contains);
        Set<String> outer = new HashSet<>();
        Set<String> buffered = new HashSet<>();
        for (int i : texts) {
            if (shard.textCallee(i) >= 0) {
                byte[] text = image.texts().bytes(shard.textId(i));
                String callee = image.names().text(shard.textCallee(i));
                if (contains(text, MESSAGE)) {
                    outer.add(callee);
                } else if (buffers && endsInText(text)) {
                    buffered.add(callee);
                }
            }
        }
        int flags = shard.flags(function);
        return new Printers.Candidate(
                image.names().text(shard.name(function)),
                flags >>> FunctionHeads.FORMAT_SHIFT,
                callees,
                outer,
                buffered,
                (flags & FunctionHeads.VA_LIST) != 0);
    }

    static boolean endsInText(byte[] text) {
        int end = text.length;
        while (end > 0 && text[end - 1] == '\n') {
            end--;
        }
        return end >= 2 && text[end - 1] == 's' && text[end - 2] == '%';
    }

    /// Whether the bytes of a part stand somewhere in a text.
    public static boolean contains(byte[] text, byte[] part) {
        for (int at = 0; at + part.length <= text.length; at++) {
            if (java.util.Arrays.equals(text, at, at + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }
}
