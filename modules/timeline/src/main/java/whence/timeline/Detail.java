package whence.timeline;

import java.util.List;

/// A tree of names and values: what an event says, opened. The argument tree of a system call is one.
///
/// @param name of the field, argument or member; empty for elements of an array
/// @param value as the artifact writes it, or its meaning where the artifact writes bytes
public record Detail(String name, String value, List<Detail> children) {
    public Detail {
        children = List.copyOf(children);
    }

    public static Detail leaf(String name, String value) {
        return new Detail(name, value, List.of());
    }
}
