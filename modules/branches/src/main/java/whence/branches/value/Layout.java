package whence.branches.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.branches.syntax.Brackets;
import whence.branches.syntax.Tok;
import whence.branches.syntax.TypeName;

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
}
