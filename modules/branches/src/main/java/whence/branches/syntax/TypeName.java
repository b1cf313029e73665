package whence.branches.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A type as it is written, without qualifiers and attributes.
///
/// @param base `struct bpf_prog`, `unsigned int`, `u32`; empty where it cannot be named (typeof)
/// @param pointers how many `*`
/// @param arrays the bounds, outermost first; an empty list for none
public record TypeName(String base, int pointers, List<List<Tok>> arrays) {
    public static final TypeName UNKNOWN = new TypeName("", 0, List.of());

    private static final Set<String> WORDS = Set.of(
            "void",
            "char",
            "short",
            "int",
            "long",
            "float",
            "double",
            "signed",
            "unsigned",
            "bool",
            "_Bool",
            "__signed__",
            "__int128");
    private static final Set<String> TAGS = Set.of("struct", "union", "enum");
    private static final Set<String> QUALIFIERS = Set.of(
            "const",
            "volatile",
            "restrict",
            "__restrict",
            "static",
            "register",
            "auto",
            "extern",
            "inline",
            "__inline",
            "__always_inline",
            "noinline",
            "__user",
            "__kernel",
            "__iomem",
            "__percpu",
            "__rcu",
            "__force",
            "__maybe_unused",
            "__always_unused",
            "__unused",
            "__nocast",
            "__bitwise",
            "__private",
            "_Atomic",
            "__read_mostly",
            "__init",
            "__exit",
            "notrace",
            "asmlinkage",
            "__init_or_module",
            "__must_check",
            "__const",
            "__volatile__",
            "__ref",
            "__refdata",
            "__cold",
            "noinline_for_stack",
            "__sched",
            "__cpuinit",
            "__meminit",
            "__net_init",
            "__net_exit",
            "__randomize_layout",
            "__packed",
            "__ro_after_init",
            "__initdata",
            "__visible",
            "nokprobe_inline",
            "__le",
            "__attribute_const__");
    private static final Set<String> COMMON = Set.of(
            "u8",
            "u16",
            "u32",
            "u64",
            "s8",
            "s16",
            "s32",
            "s64",
            "__u8",
            "__u16",
            "__u32",
            "__u64",
            "__s8",
            "__s16",
            "__s32",
            "__s64",
            "__be16",
            "__be32",
            "__be64",
            "__le16",
            "__le32",
            "__le64",
            "uint",
            "ulong",
            "ushort",
            "unchar",
            "u_int",
            "u_char",
            "u_short",
            "u_long",
            "__sum16",
            "__wsum",
            "bpfptr_t",
            "uintptr_t");

    static boolean tag(String word) {
        return TAGS.contains(word);
    }

    static boolean qualifier(String word) {
        return QUALIFIERS.contains(word);
    }

    /// Whether a word begins a type wherever it stands.
    static boolean begins(String word) {
        return WORDS.contains(word) || TAGS.contains(word) || QUALIFIERS.contains(word) || typeOf(word);
    }

    static boolean typeOf(String word) {
        return word.equals("typeof")
                || word.equals("__typeof__")
                || word.equals("__typeof")
                || word.equals("typeof_unqual")
                || word.equals("__auto_type");
    }

    static boolean basic(String word) {
        return WORDS.contains(word);
    }

    /// Whether a word that is no keyword looks like the name of a type.
    static boolean looksLikeType(String word) {
        return COMMON.contains(word) || (word.endsWith("_t") && word.length() > 2);
    }

    /// The type that a list of tokens spells, a declarator's name already taken out.
    public static TypeName of(List<Tok> tokens) {
        List<String> base = new ArrayList<>();
        List<List<Tok>> arrays = new ArrayList<>();
        int pointers = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Tok tok = tokens.get(i);
            if (typeOf(tok.text())) {
                return new TypeName("", 0, List.of());
            } else if (tok.is('*')) {
                pointers++;
            } else if (tok.is('[')) {
                int close = Brackets.close(tokens, i);
                arrays.add(List.copyOf(tokens.subList(i + 1, Math.min(close, tokens.size()))));
                i = close;
            } else if (tok.is('(')) {
                i = Brackets.close(tokens, i);
            } else if (tok.is('{')) {
                i = Brackets.close(tokens, i);
                base.add("{}");
            } else if (tok.kind() == whence.source.c.Kind.IDENTIFIER && !qualifier(tok.text()) && !attribute(tok)) {
                base.add(tok.text());
            }
        }
        return new TypeName(String.join(" ", base), pointers, List.copyOf(arrays));
    }

    private static boolean attribute(Tok tok) {
        return tok.text().startsWith("__attribute") || tok.is("__aligned") || tok.is("__free") || tok.is("__cleanup");
    }

    public boolean isArray() {
        return !arrays.isEmpty();
    }

    /// The type that `*` or `[]` of this one gives.
    public TypeName pointee() {
        if (isArray()) {
            return new TypeName(base, pointers, arrays.subList(1, arrays.size()));
        }
        return pointers > 0 ? new TypeName(base, pointers - 1, List.of()) : UNKNOWN;
    }

    /// The type of the address of something of this type.
    public TypeName pointer() {
        return isArray() ? UNKNOWN : new TypeName(base, pointers + 1, List.of());
    }
}
