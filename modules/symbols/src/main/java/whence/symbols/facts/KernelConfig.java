package whence.symbols.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import whence.evidence.Loss;
import whence.evidence.Span;

/// A kernel's configuration (`/boot/config-…`, `/proc/config.gz` unpacked).
///
/// @param version as its head says, `6.1.192`; empty where it does not
/// @param options option (`CONFIG_KPROBES`) to its value as written; options that are "not set" are left out
public record KernelConfig(
        String artifact, Optional<KernelVersion> version, Map<String, Option> options, List<Loss> losses)
        implements SymbolFacts {
    public KernelConfig {
        options = Map.copyOf(options);
        losses = List.copyOf(losses);
    }

    /// One option's value and place.
    public record Option(String value, Span span) {}

    @Override
    public String format() {
        return "kernel-config";
    }

    /// Whether an option is built in.
    public boolean builtIn(String option) {
        return options.containsKey(option) && options.get(option).value().equals("y");
    }
}
