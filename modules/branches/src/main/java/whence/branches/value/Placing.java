package whence.branches.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import whence.branches.syntax.Brackets;
import whence.branches.syntax.Tok;
import whence.branches.syntax.TypeName;
import whence.source.c.Kind;

/// Places the members of one structure or union behind each other, or over each other.
final class Placing {
    private final boolean union;
    private final boolean packed;
    private final Types types;
    private final Map<String, Layout.Field> fields = new LinkedHashMap<>();
    private long at;
    private long size;
    private long alignment = 1;
    private int bitsUsed;

    Placing(boolean union, boolean packed, Types types) {
        this.union = union;
        this.packed = packed;
        this.types = types;
    }

    boolean member(List<Tok> tokens) {
        if (tokens.isEmpty()) {
            return true;
        }
        if (tokens.stream().anyMatch(tok -> tok.kind() == Kind.DIRECTIVE)) {
            return false; // depends on the configuration
        }
        int brace = Written.brace(tokens);
        return brace >= 0 ? nested(tokens, brace) : plain(tokens);
    }

    private boolean nested(List<Tok> tokens, int brace) {
        int close = Brackets.close(tokens, brace);
        if (tokens.getFirst().is("enum")) {
            List<Tok> names = tokens.subList(close + 1, tokens.size());
            return names.isEmpty()
                    || place(
                            new TypeName("unsigned int", 0, List.of()),
                            names.getLast().text(),
                            4,
                            4,
                            0,
                            names);
        }
        boolean inner = tokens.stream().limit(brace).anyMatch(tok -> tok.is("union"));
        Layout layout = Layout.of(tokens.subList(brace, tokens.size()), inner, types);
        if (layout == null) {
            return false;
        }
        List<Tok> behind = tokens.subList(close + 1, tokens.size());
        int name = Written.firstName(behind);
        TypeName type = new TypeName("", 0, List.of());
        if (name >= 0) {
            OptionalLong count = elements(behind, name);
            return count.isPresent()
                    && place(
                            type,
                            behind.get(name).text(),
                            layout.size() * count.getAsLong(),
                            layout.alignment(),
                            0,
                            behind);
        }
        long start = start(aligned(behind, layout.alignment()));
        layout.fields()
                .forEach((each, field) ->
                        fields.put(each, new Layout.Field(field.type(), start + field.offset(), field.bits())));
        return place(type, "", layout.size(), layout.alignment(), 0, behind);
    }

    private OptionalLong elements(List<Tok> tokens, int name) {
        long count = 1;
        for (int i = name + 1; i < tokens.size() && tokens.get(i).is('['); i = Brackets.close(tokens, i) + 1) {
            OptionalLong bound = types.constant(tokens.subList(i + 1, Brackets.close(tokens, i)));
            if (bound.isEmpty()) {
                return bound;
            }
            count *= bound.getAsLong();
        }
        return OptionalLong.of(count);
    }

    private boolean plain(List<Tok> tokens) {
        List<Tok> base = List.of();
        for (List<Tok> piece : Brackets.pieces(tokens)) {
            boolean function = Written.function(piece);
            int colon = Written.colon(piece);
            List<Tok> head = colon < 0 ? piece : piece.subList(0, colon);
            int name = function ? -1 : Written.lastName(head);
            if (name < 0 && !function) {
                return false;
            }
            List<Tok> whole = new ArrayList<>(base);
            whole.addAll(head);
            if (base.isEmpty() && !function) {
                base = Written.specifiers(head, name);
            }
            if (!(function
                    ? place(new TypeName("()", 1, List.of()), Written.pointerName(piece), 8, 8, 0, piece)
                    : one(whole, whole.size() - head.size() + name, piece, colon))) {
                return false;
            }
        }
        return true;
    }

    private boolean one(List<Tok> tokens, int name, List<Tok> piece, int colon) {
        List<Tok> spelled = new ArrayList<>(tokens.subList(0, name));
        for (int i = name + 1; i < tokens.size() && tokens.get(i).is('['); i = Brackets.close(tokens, i) + 1) {
            spelled.addAll(tokens.subList(i, Brackets.close(tokens, i) + 1));
        }
        TypeName type = TypeName.of(spelled);
        boolean flexible = type.isArray() && type.arrays().getFirst().isEmpty();
        OptionalLong bytes = flexible ? OptionalLong.of(0) : types.size(type);
        int bits = 0;
        if (colon >= 0) {
            OptionalLong width = types.constant(piece.subList(colon + 1, piece.size()));
            bits = width.isPresent() ? (int) width.getAsLong() : -1;
        }
        return bytes.isPresent()
                && bits >= 0
                && place(type, tokens.get(name).text(), bytes.getAsLong(), types.alignment(type), bits, piece);
    }

    private boolean place(TypeName type, String name, long bytes, long natural, int bits, List<Tok> spelled) {
        long align = packed ? 1 : aligned(spelled, natural);
        if (bits > 0 && !union) {
            bitField(type, name, bytes, align, bits);
            return true;
        }
        bitsUsed = 0;
        long start = start(align);
        if (!name.isEmpty()) {
            fields.put(name, new Layout.Field(type, start, bits));
        }
        alignment = Math.max(alignment, align);
        at = union ? 0 : start + bytes;
        size = Math.max(size, start + bytes);
        return true;
    }

    private long start(long align) {
        return union ? 0 : (at + align - 1) / align * align;
    }

    /// A bit field shares its unit with the one before it while it fits.
    private void bitField(TypeName type, String name, long bytes, long align, int bits) {
        long unit = bytes * 8;
        long bit = at * 8 - (bitsUsed > 0 ? 8 - bitsUsed : 0);
        if (bit / unit != (bit + bits - 1) / unit) {
            bit = (bit + unit - 1) / unit * unit;
        }
        fields.put(name, new Layout.Field(type, bit / unit * bytes, bits));
        bit += bits;
        at = (bit + 7) / 8;
        bitsUsed = (int) (bit % 8);
        size = Math.max(size, at);
        alignment = Math.max(alignment, align);
    }

    private long aligned(List<Tok> spelled, long natural) {
        for (int i = 0; i + 1 < spelled.size(); i++) {
            if (spelled.get(i).is("aligned")
                    || spelled.get(i).is("__aligned")
                    || spelled.get(i).is("__aligned__")) {
                OptionalLong asked = types.constant(spelled.subList(i + 2, Brackets.close(spelled, i + 1)));
                return asked.isPresent() ? Math.max(natural, asked.getAsLong()) : natural;
            }
        }
        return natural;
    }

    Layout done() {
        long whole = packed ? size : (size + alignment - 1) / alignment * alignment;
        return new Layout(fields, whole, packed ? 1 : alignment);
    }
}
