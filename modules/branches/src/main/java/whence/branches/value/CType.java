package whence.branches.value;

import whence.branches.syntax.TypeName;

/// What the machine makes of a C type on a 64-bit kernel.
///
/// @param bits width of an integer or pointer; 0 where it has none
/// @param name as written, for members and for what a pointer points to
public record CType(Sort sort, int bits, boolean signed, TypeName name) {
    /// Sorts of types.
    public enum Sort {
        INTEGER,
        BOOL,
        POINTER,
        AGGREGATE,
        /// Not known: no rule of C is applied to it.
        UNKNOWN
    }

    public static final CType UNKNOWN = new CType(Sort.UNKNOWN, 0, true, TypeName.UNKNOWN);
    public static final CType INT = integer(32, true);
    public static final CType LONG = integer(64, true);
    public static final CType UNSIGNED_LONG = integer(64, false);
    public static final CType BOOL = new CType(Sort.BOOL, 8, false, TypeName.UNKNOWN);
    /// Plain `char`: signed on x86 up to Linux 6.1 and on a few others, unsigned elsewhere and everywhere since
    /// 6.2. Which of the two it is is not known; it holds what either holds.
    public static final CType CHAR = new CType(Sort.INTEGER, 8, true, new TypeName("char", 0, java.util.List.of()));

    public static final CType POINTER = new CType(Sort.POINTER, 64, false, TypeName.UNKNOWN);

    public static CType integer(int bits, boolean signed) {
        return new CType(Sort.INTEGER, bits, signed, TypeName.UNKNOWN);
    }

    public boolean known() {
        return sort != Sort.UNKNOWN && sort != Sort.AGGREGATE;
    }

    public boolean isPointer() {
        return sort == Sort.POINTER;
    }

    /// Whether nobody knows if it has a sign.
    boolean isPlainChar() {
        return equals(CHAR);
    }

    boolean unsigned64() {
        return bits == 64 && !signed;
    }

    /// Everything a variable of this type can hold.
    public Ints everything() {
        return switch (sort) {
            case BOOL -> Ints.range(0, 1);
            case INTEGER ->
                isPlainChar()
                        ? Ints.range(-128, 255)
                        : bits >= 64
                                ? Ints.ALL
                                : signed
                                        ? Ints.range(-(1L << (bits - 1)), (1L << (bits - 1)) - 1)
                                        : Ints.range(0, (1L << bits) - 1);
            case POINTER, AGGREGATE, UNKNOWN -> Ints.ALL;
        };
    }

    /// One value stored into this type.
    public long wrap(long value) {
        if (sort == Sort.BOOL) {
            return value == 0 ? 0 : 1;
        }
        if (sort != Sort.INTEGER || bits >= 64) {
            return value;
        }
        int shift = 64 - bits;
        return signed ? value << shift >> shift : value << shift >>> shift;
    }

    /// What a function of this type gave, by the whole register it returns in; the bits above the type's own are
    /// whatever stood there before (System V ABI for x86-64).
    public long ofRegister(long register) {
        return sort == Sort.BOOL ? wrap(register & ((1L << bits) - 1)) : wrap(register);
    }

    /// The integer promotions.
    public CType promoted() {
        return sort == Sort.BOOL || (sort == Sort.INTEGER && bits < 32) ? INT : this;
    }

    /// The usual arithmetic conversions of two promoted types; UNKNOWN where one is not known.
    public static CType common(CType a, CType b) {
        CType left = a.promoted();
        CType right = b.promoted();
        if (left.isPointer() || right.isPointer()) {
            return left.isPointer() ? left : right;
        }
        if (!left.known() || !right.known()) {
            return UNKNOWN;
        }
        if (left.bits != right.bits) {
            return left.bits > right.bits ? left : right;
        }
        return left.signed ? right : left;
    }
}
