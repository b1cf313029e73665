package whence.symbols.objects;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import whence.evidence.Grade;
import whence.symbols.facts.SymbolTable;

/// Tells a copy's object by its neighbours: the text of an object is in one piece, so what stands between two
/// functions that only one C file defines, and may be defined there, comes from that file.
///
/// Anchors are unique in the list and in the source. Everything of other architectures, and what is no part of the
/// kernel (tools, boot code), is left out of the source.
public final class SourceOrder implements ObjectEvidence {
    private static final int FARTHEST = 200;
    private static final Pattern ARCHITECTURE = Pattern.compile("arch/([^/]+)/.*");
    private static final Pattern NOT_LINKED = Pattern.compile(
            "(?:tools|scripts|samples|Documentation|usr)/.*|arch/[^/]+/(?:boot|vdso|entry/vdso|tools)/.*");

    private final Once<Known> known;

    public SourceOrder(SymbolTable table, WhereDefined source) {
        this.known = new Once<>(() -> new Known(table, source));
    }

    @Override
    public String kind() {
        return "order of objects by source";
    }

    @Override
    public Optional<ObjectClaim> of(int row) {
        return known.get().of(row);
    }

    private static final class Known {
        private final SymbolTable table;
        private final WhereDefined source;
        private final int[] text;
        private final Map<Integer, Integer> ranks = new HashMap<>();
        private final String architecture;
        /// The only file that defines the function of a rank; null where it is no anchor.
        private final @Nullable String[] anchors;

        Known(SymbolTable table, WhereDefined source) {
            this.table = table;
            this.source = source;
            int[] rows =
                    table.addressesHidden() ? IntStream.range(0, table.count()).toArray() : table.byAddress();
            this.text = IntStream.of(rows)
                    .filter(row -> table.text(row) && table.module(row).isEmpty())
                    .toArray();
            List<Set<String>> units = new ArrayList<>();
            for (int rank = 0; rank < text.length; rank++) {
                ranks.put(text[rank], rank);
                boolean unique = table.named(table.name(text[rank])).length == 1;
                units.add(unique ? linked(table.name(text[rank])) : Set.of());
            }
            this.architecture = architecture(units);
            this.anchors = new String[text.length];
            for (int rank = 0; rank < text.length; rank++) {
                Set<String> here = ofThisArchitecture(units.get(rank));
                anchors[rank] = here.size() == 1 ? here.iterator().next() : null;
            }
        }

        private Set<String> linked(String name) {
            return source.units(BareName.of(name).text()).stream()
                    .filter(path -> !NOT_LINKED.matcher(path).matches())
                    .collect(Collectors.toSet());
        }

        /// The architecture that most functions are of which only one has.
        private static String architecture(List<Set<String>> units) {
            return units.stream()
                    .filter(files -> files.size() == 1)
                    .map(files -> ARCHITECTURE.matcher(files.iterator().next()))
                    .filter(Matcher::matches)
                    .collect(Collectors.groupingBy(matcher -> matcher.group(1), Collectors.counting()))
                    .entrySet()
                    .stream()
                    .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry::getKey))
                    .map(Map.Entry::getKey)
                    .orElse("");
        }

        private Set<String> ofThisArchitecture(Set<String> files) {
            return files.stream()
                    .filter(path -> {
                        Matcher matcher = ARCHITECTURE.matcher(path);
                        return !matcher.matches() || matcher.group(1).equals(architecture);
                    })
                    .collect(Collectors.toSet());
        }

        Optional<ObjectClaim> of(int row) {
            Integer rank = ranks.get(row);
            int before = rank == null ? -1 : anchor(rank, -1);
            int after = rank == null ? -1 : anchor(rank, 1);
            String file = before < 0 || after < 0 ? null : anchors[before];
            return file != null
                            && file.equals(anchors[after])
                            && linked(table.name(row)).contains(file)
                    ? Optional.of(claim(file, row, text[before], text[after]))
                    : Optional.empty();
        }

        private int anchor(int rank, int step) {
            for (int at = rank + step, steps = 0;
                    at >= 0 && at < text.length && steps < FARTHEST;
                    at += step, steps++) {
                if (anchors[at] != null) {
                    return at;
                }
            }
            return -1;
        }

        private ObjectClaim claim(String file, int row, int before, int after) {
            String why = "order of objects: it stands between " + table.name(before) + " and " + table.name(after)
                    + ", which in the source only " + file + " defines; " + file + " defines "
                    + BareName.of(table.name(row)).text() + " too, and the text of an object is in one piece";
            return new ObjectClaim(file, Grade.DERIVED, why, List.of(table.span(before), table.span(after)));
        }
    }
}
