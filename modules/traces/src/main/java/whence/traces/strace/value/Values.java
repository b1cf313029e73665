package whence.traces.strace.value;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import whence.timeline.Detail;

/// Walks over trees of values.
public final class Values {
    private Values() {}

    /// The value of the argument or member of that name.
    public static Optional<Value> find(List<Argument> arguments, String name) {
        for (Argument argument : arguments) {
            Optional<Value> found = argument.name().equals(name)
                    ? Optional.of(argument.value())
                    : find(children(argument.value()), name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// Whether strace left out a part of the value.
    public static boolean cut(Value value) {
        return switch (value) {
            case Value.Cut() -> true;
            case Value.Text text -> text.cut();
            default -> children(value).stream().anyMatch(child -> cut(child.value()));
        };
    }

    /// What a value holds: members, elements, macro arguments; also those within a change or behind a comment.
    static List<Argument> children(Value value) {
        return switch (value) {
            case Value.Struct struct -> struct.members();
            case Value.Array array -> array.elements();
            case Value.Function function -> function.arguments();
            case Value.Changed changed ->
                List.of(new Argument("before", changed.before(), 0, 0), new Argument("after", changed.after(), 0, 0));
            case Value.Commented commented -> children(commented.of());
            case Value.Decorated decorated -> children(decorated.of());
            case Value.Flags flags ->
                flags.parts().stream().map(part -> new Argument("", part, 0, 0)).toList();
            default -> List.of();
        };
    }

    /// An argument, opened: structures and arrays have what is in them below.
    public static Detail detail(Argument argument) {
        return new Detail(
                argument.name(),
                utf8(argument.value().print()),
                children(argument.value()).stream().map(Values::detail).toList());
    }

    /// Text whose characters are bytes, as UTF-8 text for people.
    public static String utf8(String latin) {
        return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
