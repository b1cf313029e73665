package whence.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import whence.source.c.Lexer;

/// What a kernel was configured with, and which alternatives of its source that compiles. What is not known stays
/// unknown, never false; but an option that a configuration leaves out is not set (`# CONFIG_X is not set`).
public final class Configuration {
    /// Nothing is known.
    public static final Configuration UNKNOWN = new Configuration(Map.of());

    private final Map<String, String> options;

    private Configuration(Map<String, String> options) {
        this.options = new TreeMap<>(options);
    }

    /// @param options `CONFIG_X` to its value as a `.config` has it: `y`, `m`, a number, or a text in quotes
    public static Configuration of(Map<String, String> options) {
        return new Configuration(options);
    }

    /// From the text of a `.config`; lines that are no option count for nothing.
    public static Configuration parse(String config) {
        Map<String, String> options = new TreeMap<>();
        config.lines().filter(line -> line.startsWith("CONFIG_")).forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0) {
                options.put(
                        line.substring(0, equals), line.substring(equals + 1).strip());
            }
        });
        return new Configuration(options);
    }

    /// Whether something is compiled.
    public enum Compiled {
        YES,
        NO,
        /// Depends on what no configuration says (`MODULE`, the architecture's own macros), or nothing is configured.
        UNKNOWN
    }

    /// Whether what stands under these conditions is compiled; see [SourceFile#conditions].
    public Compiled compiled(List<String> conditions) {
        Compiled all = Compiled.YES;
        for (String condition : conditions) {
            byte[] text = condition.getBytes(StandardCharsets.UTF_8);
            OptionalLong value = new ConditionValue(Lexer.line(text, 0, text.length), this).value();
            if (value.isPresent() && value.getAsLong() == 0) {
                return Compiled.NO;
            }
            all = value.isPresent() ? all : Compiled.UNKNOWN;
        }
        return all;
    }

    /// Whether anything is known.
    public boolean isKnown() {
        return !options.isEmpty();
    }

    /// Whether the preprocessor has a macro of this name: `CONFIG_X` for what is built in or has a value,
    /// `CONFIG_X_MODULE` for a module.
    OptionalLong defined(String name) {
        if (name.equals("__KERNEL__") || name.equals("__ASSEMBLY__") || name.equals("__ASSEMBLER__")) {
            return truth(name.equals("__KERNEL__"));
        }
        if (!isKnown() || !name.startsWith("CONFIG_")) {
            return OptionalLong.empty();
        }
        String own = options.get(name);
        boolean module = name.endsWith("_MODULE")
                && "m".equals(options.get(name.substring(0, name.length() - "_MODULE".length())));
        return truth(module || (own != null && !own.equals("m") && !own.equals("n")));
    }

    /// What the preprocessor puts in place of a name in a condition.
    OptionalLong value(String name) {
        OptionalLong defined = defined(name);
        if (defined.isEmpty() || defined.getAsLong() == 0) {
            return defined;
        }
        String text = options.getOrDefault(name, "y");
        try {
            return text.equals("y") ? truth(true) : OptionalLong.of(Long.decode(text));
        } catch (NumberFormatException aText) {
            return OptionalLong.empty();
        }
    }

    /// `IS_ENABLED(option)` and its kin.
    OptionalLong test(String test, String option) {
        if (!isKnown() || !option.startsWith("CONFIG_")) {
            return OptionalLong.empty();
        }
        String value = options.getOrDefault(option, "n");
        boolean builtIn = value.equals("y");
        boolean module = value.equals("m");
        return switch (test) {
            case "IS_ENABLED" -> truth(builtIn || module);
            case "IS_BUILTIN" -> truth(builtIn);
            case "IS_MODULE" -> truth(module);
            case "IS_REACHABLE" -> module ? OptionalLong.empty() : truth(builtIn);
            default -> OptionalLong.empty();
        };
    }

    static OptionalLong truth(boolean holds) {
        return OptionalLong.of(holds ? 1 : 0);
    }
}
