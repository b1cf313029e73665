package whence.symbols.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import whence.evidence.Loss;
import whence.evidence.Span;

/// What a module says about itself: the `.modinfo` section of its file, or the text that `modinfo` prints.
///
/// @param fields in order; names repeat (`parm`, `alias`)
public record ModuleInfo(String artifact, List<Field> fields, List<Loss> losses) implements SymbolFacts {
    public ModuleInfo {
        fields = List.copyOf(fields);
        losses = List.copyOf(losses);
    }

    /// One `name=value`.
    public record Field(String name, String value, Span span) {}

    @Override
    public String format() {
        return "modinfo";
    }

    /// The first value of a field.
    public Optional<String> value(String name) {
        return fields.stream()
                .filter(f -> f.name().equals(name))
                .map(Field::value)
                .findFirst();
    }

    /// All values of a field, in order.
    public List<String> values(String name) {
        List<String> all = new ArrayList<>();
        fields.stream().filter(f -> f.name().equals(name)).forEach(f -> all.add(f.value()));
        return List.copyOf(all);
    }

    /// The kernel it was built for, with its options: `6.1.0-56-amd64 SMP preempt mod_unload modversions`.
    public Optional<String> vermagic() {
        return value("vermagic");
    }
}
