package whence.branches.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import whence.branches.syntax.Brackets;
import whence.branches.syntax.Tok;
import whence.branches.syntax.TypeName;
import whence.source.c.Kind;

/// Where the members of a structure or union lie, by the rules of the System V ABI for x86-64 and arm64.
///
/// @param fields by name, those of nameless members included
public record Layout(Map<String, Field> fields, long size, long alignment) {

    /// @param offset in bytes
    /// @param bits width of a bit field, whose offset is then that of its unit; 0 for a plain member
    public record Field(TypeName type, long offset, int bits) {}

    public @Nullable Field field(String name) {
        return fields.get(name);
    }

    /// From the tokens between the braces, and what stands behind them up to the `;`; null where a size is not
    /// known.
    static @Nullable Layout of(List<Tok> tokens, boolean union, Types types) {
        int close = tokens.isEmpty() || !tokens.getFirst().is('{') ? tokens.size() : Brackets.close(tokens, 0);
        int from = close < tokens.size() ? 1 : 0;
        boolean packed = tokens.subList(Math.min(close, tokens.size()), tokens.size()).stream()
                .anyMatch(Layout::packs);
        Placing placing = new Placing(union, packed, types);
        for (List<Tok> member : members(tokens.subList(from, Math.min(close, tokens.size())))) {
            if (!placing.member(member)) {
                return null;
            }
        }
        return placing.done();
    }

    private static boolean packs(Tok tok) {
        return tok.is("__packed") || tok.is("packed") || tok.is("__packed__");
    }

    private static List<List<Tok>> members(List<Tok> tokens) {
        List<List<Tok>> members = new ArrayList<>();
        List<Tok> member = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Tok tok = tokens.get(i);
            if (tok.is('{')) {
                int close = Math.min(Brackets.close(tokens, i), tokens.size() - 1);
                member.addAll(tokens.subList(i, close + 1));
                i = close;
            } else if (tok.is(';')) {
                members.add(member);
                member = new ArrayList<>();
            } else {
                member.add(tok);
            }
        }
        return members;
    }

    private static final class Placing {
        private final boolean union;
        private final boolean packed;
        private final Types types;
        private final Map<String, Field> fields = new LinkedHashMap<>();
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
            int brace = brace(tokens);
            return brace >= 0 ? nested(tokens, brace) : plain(tokens);
        }

        private static int brace(List<Tok> tokens) {
            for (int i = 0; i < tokens.size(); i++) {
                if (tokens.get(i).is('{')) {
                    return i;
                }
            }
            return -1;
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
            Layout layout = of(tokens.subList(brace, tokens.size()), inner, types);
            if (layout == null) {
                return false;
            }
            List<Tok> behind = tokens.subList(close + 1, tokens.size());
            int name = firstName(behind);
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
                            fields.put(each, new Field(field.type(), start + field.offset(), field.bits())));
            return place(type, "", layout.size(), layout.alignment(), 0, behind);
        }

        private static int firstName(List<Tok> behind) {
            for (int i = 0; i < behind.size(); i++) {
                Tok tok = behind.get(i);
                if (tok.kind() == Kind.IDENTIFIER
                        && !tok.text().startsWith("__attribute")
                        && !tok.is("__packed")
                        && !tok.is("__aligned")) {
                    return i;
                }
                i = tok.is('(') ? Brackets.close(behind, i) : i;
            }
            return -1;
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
                boolean function = function(piece);
                int colon = colon(piece);
                List<Tok> head = colon < 0 ? piece : piece.subList(0, colon);
                int name = function ? -1 : lastName(head);
                if (name < 0 && !function) {
                    return false;
                }
                List<Tok> whole = new ArrayList<>(base);
                whole.addAll(head);
                if (base.isEmpty() && !function) {
                    base = specifiers(head, name);
                }
                if (!(function
                        ? place(new TypeName("()", 1, List.of()), pointerName(piece), 8, 8, 0, piece)
                        : one(whole, whole.size() - head.size() + name, piece, colon))) {
                    return false;
                }
            }
            return true;
        }

        private static boolean function(List<Tok> piece) {
            for (int i = 0; i + 1 < piece.size(); i++) {
                if (piece.get(i).is('(') && piece.get(i + 1).is('*')) {
                    return true;
                }
            }
            return false;
        }

        private static String pointerName(List<Tok> piece) {
            for (int i = 0; i + 2 < piece.size(); i++) {
                if (piece.get(i).is('(') && piece.get(i + 1).is('*')) {
                    return piece.get(i + 2).text();
                }
            }
            return "";
        }

        private static int colon(List<Tok> piece) {
            for (int i = 0; i < piece.size(); i++) {
                if (piece.get(i).is(':')) {
                    return i;
                }
            }
            return -1;
        }

        private static int lastName(List<Tok> head) {
            int last = -1;
            for (int i = 0; i < head.size(); i++) {
                Tok tok = head.get(i);
                boolean attribute = tok.text().startsWith("__attribute") || tok.is("__aligned") || tok.is("__packed");
                if (tok.is('[') || tok.is('(')) {
                    i = Brackets.close(head, i);
                } else if (tok.kind() == Kind.IDENTIFIER
                        && !attribute
                        && !(last > 0 && tok.text().startsWith("__"))) {
                    last = i;
                }
            }
            return last;
        }

        private static List<Tok> specifiers(List<Tok> head, int name) {
            List<Tok> words = new ArrayList<>();
            for (Tok tok : head.subList(0, name)) {
                if (tok.is('*')) {
                    break;
                }
                words.add(tok);
            }
            return words;
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
                fields.put(name, new Field(type, start, bits));
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
            fields.put(name, new Field(type, bit / unit * bytes, bits));
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
}
