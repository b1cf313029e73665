package whence.branches.value;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import whence.branches.Surroundings;
import whence.branches.syntax.Expr;
import whence.branches.syntax.Preprocessed;
import whence.branches.syntax.Tok;
import whence.branches.syntax.TypeName;

/// Types by name, on a 64-bit little-endian kernel, with the layout of structures computed from their source.
public final class Types {
    private static final Map<String, CType> BASIC = basic();
    private final Surroundings surroundings;
    private final Map<String, CType> resolved = new HashMap<>();
    private final Map<String, Layout> layouts = new HashMap<>();
    private final Map<String, OptionalLong> constants = new HashMap<>();
    private int depth;

    public Types(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    private static Map<String, CType> basic() {
        Map<String, CType> map = new HashMap<>();
        put(map, 8, true, "signed char", "s8", "__s8", "int8_t");
        put(map, 8, false, "unsigned char", "u8", "__u8", "uint8_t", "u_char", "unchar");
        put(map, 16, true, "short", "short int", "signed short", "s16", "__s16", "int16_t");
        put(
                map,
                16,
                false,
                "unsigned short",
                "unsigned short int",
                "short unsigned int",
                "u16",
                "__u16",
                "uint16_t",
                "ushort",
                "umode_t",
                "__be16",
                "__le16",
                "sa_family_t");
        put(
                map,
                32,
                true,
                "int",
                "signed",
                "signed int",
                "s32",
                "__s32",
                "int32_t",
                "pid_t",
                "clockid_t",
                "key_serial_t",
                "timer_t");
        put(
                map,
                32,
                false,
                "unsigned",
                "unsigned int",
                "u32",
                "__u32",
                "uint32_t",
                "uint",
                "u_int",
                "uid_t",
                "gid_t",
                "gfp_t",
                "fmode_t",
                "slab_flags_t",
                "__be32",
                "__le32",
                "dev_t",
                "__poll_t",
                "vm_fault_t",
                "poll_t");
        put(
                map,
                64,
                true,
                "long",
                "long int",
                "signed long",
                "long long",
                "long long int",
                "signed long long",
                "s64",
                "__s64",
                "int64_t",
                "ssize_t",
                "loff_t",
                "off_t",
                "ptrdiff_t",
                "ktime_t",
                "time64_t",
                "long signed int");
        put(
                map,
                64,
                false,
                "unsigned long",
                "unsigned long int",
                "long unsigned int",
                "unsigned long long",
                "unsigned long long int",
                "long long unsigned int",
                "u64",
                "__u64",
                "uint64_t",
                "size_t",
                "ulong",
                "u_long",
                "sector_t",
                "phys_addr_t",
                "resource_size_t",
                "dma_addr_t",
                "pgoff_t",
                "uintptr_t",
                "__be64",
                "__le64",
                "__aligned_u64",
                "blkcnt_t",
                "__kernel_size_t");
        map.put("char", CType.CHAR);
        map.put("bool", CType.BOOL);
        map.put("_Bool", CType.BOOL);
        return Map.copyOf(map);
    }

    private static void put(Map<String, CType> map, int bits, boolean signed, String... names) {
        for (String name : names) {
            map.put(name, CType.integer(bits, signed));
        }
    }

    /// What a written type is; UNKNOWN where its definition is not at hand.
    public CType of(TypeName name) {
        if (name.isArray()) {
            return new CType(CType.Sort.AGGREGATE, 0, true, name);
        }
        if (name.pointers() > 0) {
            return new CType(CType.Sort.POINTER, 64, false, name);
        }
        CType basic = BASIC.get(name.base());
        if (basic != null) {
            return basic;
        }
        CType known = resolved.get(name.base());
        if (known == null) {
            known = resolve(name);
            resolved.put(name.base(), known);
        }
        return known;
    }

    private CType resolve(TypeName name) {
        if (name.base().startsWith("struct ") || name.base().startsWith("union ")) {
            return new CType(CType.Sort.AGGREGATE, 0, true, name);
        }
        if (name.base().startsWith("enum ")) {
            return surroundings.members(name.base()) == null ? CType.UNKNOWN : enumeration(name.base());
        }
        TypeName stands = depth > 10 || name.base().isEmpty() ? null : surroundings.typedef(name.base());
        if (stands == null || stands.equals(name)) {
            return CType.UNKNOWN;
        }
        depth++;
        try {
            return of(stands);
        } finally {
            depth--;
        }
    }

    /// GCC gives an enumeration without negative values an unsigned type.
    private CType enumeration(String tag) {
        List<Tok> members = surroundings.members(tag);
        boolean negative = members != null && members.stream().anyMatch(tok -> tok.is('-'));
        return negative ? CType.UNKNOWN : CType.integer(32, false);
    }

    /// Layout of `struct x` or `union x`; null where a member's size is not known.
    public @Nullable Layout layout(String tagged) {
        if (layouts.containsKey(tagged)) {
            return layouts.get(tagged);
        }
        layouts.put(tagged, null); // ends a definition that holds itself
        List<Tok> members = surroundings.members(tagged);
        Layout layout = members == null ? null : Layout.of(members, tagged.startsWith("union"), this);
        layouts.put(tagged, layout);
        return layout;
    }

    /// Size in bytes; empty where it is not known.
    public OptionalLong size(TypeName name) {
        if (name.isArray()) {
            OptionalLong bound = constant(name.arrays().getFirst());
            OptionalLong each = size(name.pointee());
            return bound.isPresent() && each.isPresent()
                    ? OptionalLong.of(bound.getAsLong() * each.getAsLong())
                    : OptionalLong.empty();
        }
        CType type = of(name);
        if (type.sort() == CType.Sort.BOOL) {
            return OptionalLong.of(1);
        }
        if (type.bits() > 0) {
            return OptionalLong.of(type.bits() / 8);
        }
        if (type.sort() != CType.Sort.AGGREGATE) {
            return OptionalLong.empty();
        }
        Layout layout = layout(type.name().base());
        return layout == null ? OptionalLong.empty() : OptionalLong.of(layout.size());
    }

    long alignment(TypeName name) {
        if (name.isArray()) {
            return alignment(name.pointee());
        }
        CType type = of(name);
        if (type.sort() != CType.Sort.AGGREGATE) {
            return Math.max(1, type.bits() / 8);
        }
        Layout layout = layout(type.name().base());
        return layout == null ? 1 : layout.alignment();
    }

    /// Value of a constant expression; empty where it is none or needs a name that is not known.
    public OptionalLong constant(List<Tok> tokens) {
        Expr read = Preprocessed.expression(tokens);
        return read == null ? OptionalLong.empty() : constant(read);
    }

    /// Value of a constant expression.
    public OptionalLong constant(Expr of) {
        if (of instanceof Expr.Name name) {
            OptionalLong known = constants.get(name.text());
            if (known == null) {
                known = new Constants(this, surroundings).value(of).set().single();
                constants.put(name.text(), known);
            }
            return known;
        }
        return new Constants(this, surroundings).value(of).set().single();
    }

    /// Type of a member of a structure or union, and where it lies.
    public Layout.@Nullable Field field(CType of, String name, boolean arrow) {
        TypeName base = arrow ? of.name().pointee() : of.name();
        TypeName resolvedBase = aggregate(base);
        Layout layout = resolvedBase == null ? null : layout(resolvedBase.base());
        return layout == null ? null : layout.field(member(name));
    }

    /// A member's real name, where a macro stands for it: `CMD##_LAST_FIELD`.
    public String member(String name) {
        List<whence.branches.syntax.MacroText> macros = surroundings.macros(name);
        boolean alias = macros.size() == 1
                && !macros.getFirst().functionLike()
                && macros.getFirst().body().size() == 1;
        return alias ? macros.getFirst().body().getFirst().text() : name;
    }

    private @Nullable TypeName aggregate(TypeName name) {
        if (name.pointers() > 0 || name.isArray()) {
            return null;
        }
        CType type = of(name);
        return type.sort() == CType.Sort.AGGREGATE ? type.name() : null;
    }
}
