package whence.symbols.objects;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A symbol's name without what compiler and linker put around it.
///
/// @param text the name in the source: `elf_map` of `elf_map.isra.0`
/// @param suffixes each with its dot, in order: `.isra.0`; a prefix such as `__pfx_` stands first
public record BareName(String text, List<String> suffixes) {
    private static final Pattern SUFFIX = Pattern.compile(
            "\\.(?:(?:isra|constprop|part|cold|lto_priv|llvm|localalias|warm|cfi_jt)(?:\\.\\d+)*|\\d+)");
    private static final Pattern FORM = Pattern.compile("(__pfx_|__cfi_)?(.+?)((?:" + SUFFIX.pattern() + ")*)");

    public BareName {
        suffixes = List.copyOf(suffixes);
    }

    public static BareName of(String name) {
        Matcher form = FORM.matcher(name);
        if ((name.indexOf('.') <= 0 && !name.startsWith("__")) || !form.matches()) {
            return new BareName(name, List.of());
        }
        List<String> suffixes = new ArrayList<>();
        if (form.group(1) != null) {
            suffixes.add(form.group(1));
        }
        SUFFIX.matcher(form.group(3)).results().forEach(result -> suffixes.add(result.group()));
        return new BareName(form.group(2), suffixes);
    }

    /// What a person who probes it must know; empty where the function is as its source says.
    public List<String> warnings() {
        return suffixes.stream()
                .map(BareName::warning)
                .filter(w -> !w.isEmpty())
                .distinct()
                .toList();
    }

    private static String warning(String suffix) {
        String kind = suffix.startsWith("__") ? suffix : suffix.substring(1).split("\\.", -1)[0];
        return switch (kind) {
            case "isra", "constprop" ->
                "." + kind + ": the compiler changed its arguments, they are not as in the prototype";
            case "part", "cold", "warm" -> "." + kind + ": it holds only part of the function's body";
            case "llvm" -> ".llvm: only the name is changed, to tell it from others";
            case "__pfx_", "__cfi_" -> kind + ": bytes before a function, no function";
            default -> "";
        };
    }
}
