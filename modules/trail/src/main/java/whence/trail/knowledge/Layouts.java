package whence.trail.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Layouts of structures that system calls take, from `layouts.txt`: data, not code.
public final class Layouts {
    private final List<Layout> all;

    private Layouts(List<Layout> all) {
        this.all = all;
    }

    /// One structure.
    ///
    /// @param call that takes it
    /// @param selector index of the argument that says which form it has
    /// @param selected what that argument is
    /// @param at index of the argument that points to it
    /// @param size index of the argument that gives its size in bytes
    public record Layout(String call, int selector, String selected, int at, int size, Map<String, Member> members) {
        public Layout {
            members = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    /// Where a member lies, in bytes.
    public record Member(int offset, int size) {}

    public static Layouts shipped() {
        try (InputStream in = Layouts.class.getResourceAsStream("layouts.txt")) {
            if (in == null) {
                throw new IllegalStateException("layouts.txt is missing");
            }
            return new Layouts(parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The layout for a call whose selecting argument is this.
    public Optional<Layout> of(String call, List<String> arguments) {
        return all.stream()
                .filter(l -> l.call.equals(call)
                        && l.selector < arguments.size()
                        && l.selected.equals(arguments.get(l.selector)))
                .findFirst();
    }

    private static List<Layout> parse(String text) {
        List<Layout> layouts = new ArrayList<>();
        Map<String, Member> members = new LinkedHashMap<>();
        String head = "";
        for (String line : (text + "\nlayout: end").split("\n", -1)) {
            if (line.startsWith("layout: ")) {
                if (!head.isEmpty()) {
                    layouts.add(layout(head, members));
                }
                head = line.substring("layout: ".length());
                members = new LinkedHashMap<>();
            } else if (!line.isBlank() && !line.startsWith("#")) {
                String[] word = line.split(" ", 3);
                members.put(word[0], new Member(Integer.parseInt(word[1]), Integer.parseInt(word[2])));
            }
        }
        return List.copyOf(layouts);
    }

    private static Layout layout(String head, Map<String, Member> members) {
        String[] word = head.split(" ", 4);
        String[] selector = word[1].split("=", 2);
        return new Layout(
                word[0],
                Integer.parseInt(selector[0]),
                selector[1],
                Integer.parseInt(word[2].substring("at=".length())),
                Integer.parseInt(word[3].substring("size=".length())),
                members);
    }
}
