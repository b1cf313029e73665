package whence.source.logs.format;

import org.jspecify.annotations.Nullable;

/// `PRIx64` and its kin: the rest of a conversion as a macro.
final class InttypesMacros {
    private InttypesMacros() {}

    static @Nullable String conversion(String name) {
        boolean known = name.length() > 4 && name.startsWith("PRI") && "diouxX".indexOf(name.charAt(3)) >= 0;
        return known ? "ll" + name.charAt(3) : null;
    }
}
