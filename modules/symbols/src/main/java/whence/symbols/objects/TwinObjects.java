package whence.symbols.objects;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import whence.evidence.Grade;
import whence.symbols.facts.SymbolTable;

/// Tells copies apart where one source was compiled into two objects that were linked one after the other, as with
/// 32-bit variants. The text then holds the same functions twice in a row, and the table of initcalls holds two
/// entries from the same source line in a row; objects keep their order in every section, so the first of the one
/// is the first of the other.
///
/// It answers only where exactly one pair of initcalls fits: names must share a word with the functions.
public final class TwinObjects implements ObjectEvidence {
    private static final int LEAST_SHARED = 5;
    private static final int WIDEST = 400;
    private static final int LONGEST_GAP = 3;
    private static final Set<String> COMMON_WORDS =
            Set.of("init", "module", "mod", "driver", "exit", "register", "setup", "start", "core", "");

    private final Once<Known> known;

    public TwinObjects(SymbolTable table) {
        this.known = new Once<>(() -> new Known(table));
    }

    @Override
    public String kind() {
        return "order of twin objects";
    }

    @Override
    public Optional<ObjectClaim> of(int row) {
        return known.get().of(row);
    }

    private static final class Known {
        private final SymbolTable table;
        private final int[] text;
        private final Map<String, int[]> pairs = new HashMap<>();
        private final List<InitCall[]> twins = new ArrayList<>();

        Known(SymbolTable table) {
            this.table = table;
            List<InitCall> calls = InitCall.in(table);
            for (int i = 1; i < calls.size(); i++) {
                if (calls.get(i - 1).twinOf(calls.get(i))) {
                    twins.add(new InitCall[] {calls.get(i - 1), calls.get(i)});
                }
            }
            this.text = twins.isEmpty() ? new int[0] : kernelText();
            for (int rank = 0; rank < text.length; rank++) {
                int[] pair = pairs.computeIfAbsent(bare(rank), b -> new int[] {-1, -1, 0});
                if (pair[2]++ < 2) {
                    pair[pair[2] - 1] = rank;
                }
            }
            pairs.values().removeIf(pair -> pair[2] != 2);
        }

        private String bare(int rank) {
            return BareName.of(table.name(text[rank])).text();
        }

        private int[] kernelText() {
            int[] rows =
                    table.addressesHidden() ? IntStream.range(0, table.count()).toArray() : table.byAddress();
            return IntStream.of(rows)
                    .filter(row -> table.text(row) && table.module(row).isEmpty())
                    .toArray();
        }

        Optional<ObjectClaim> of(int row) {
            int[] pair = twins.isEmpty()
                    ? null
                    : pairs.get(BareName.of(table.name(row)).text());
            if (pair == null || (text[pair[0]] != row && text[pair[1]] != row)) {
                return Optional.empty();
            }
            Block block = new Block(pair[0], pair[1]);
            if (!block.twice()) {
                return Optional.empty();
            }
            List<InitCall[]> fitting = twins.stream().filter(block::sharesWords).toList();
            return fitting.size() == 1
                    ? Optional.of(claim(block, fitting.get(0), text[pair[0]] == row ? 0 : 1))
                    : Optional.empty();
        }

        private ObjectClaim claim(Block block, InitCall[] twin, int which) {
            String object = twin[which].object() + ".c";
            String why = "order of objects: the text holds " + block.shared.size() + " functions twice in a row ("
                    + table.name(text[block.firstLow]) + " to " + table.name(text[block.firstHigh])
                    + "), and the initcalls hold " + twin[0].object() + " and " + twin[1].object()
                    + " in a row, both compiled from line " + twin[0].line()
                    + "; objects keep their order in every section, so "
                    + (which == 0 ? "the first" : "the second") + " copy is that of " + twin[which].object();
            return new ObjectClaim(
                    object, Grade.DERIVED, why, List.of(table.span(twin[0].row()), table.span(twin[1].row())));
        }

        /// The functions around a pair that stand twice.
        private final class Block {
            final Set<String> shared = new HashSet<>();
            int firstLow = Integer.MAX_VALUE;
            int firstHigh = -1;
            private int secondLow = Integer.MAX_VALUE;
            private int secondHigh = -1;

            Block(int first, int second) {
                int width = second - first;
                if (width > WIDEST) {
                    return;
                }
                int from = Math.max(0, first - width);
                int to = Math.min(text.length - 1, second + width);
                for (int rank = from; rank <= to; rank++) {
                    String bare = bare(rank);
                    int[] pair = pairs.get(bare);
                    if (pair != null
                            && pair[0] == rank
                            && pair[1] <= to
                            && Math.abs(pair[1] - rank - width) <= width / 2) {
                        add(bare, pair);
                    }
                }
            }

            private void add(String bare, int[] pair) {
                shared.add(bare);
                firstLow = Math.min(firstLow, pair[0]);
                firstHigh = Math.max(firstHigh, pair[0]);
                secondLow = Math.min(secondLow, pair[1]);
                secondHigh = Math.max(secondHigh, pair[1]);
            }

            /// Two runs, each mostly made of the shared names, one right behind the other.
            boolean twice() {
                return shared.size() >= LEAST_SHARED
                        && firstHigh < secondLow
                        && secondLow - firstHigh <= LONGEST_GAP
                        && shared.size() * 5 >= (firstHigh - firstLow + 1) * 3
                        && shared.size() * 5 >= (secondHigh - secondLow + 1) * 3;
            }

            /// Whether a third of the functions have a word in common with what both initcalls are called.
            boolean sharesWords(InitCall[] twin) {
                Set<String> words = new HashSet<>(List.of(twin[0].function().split("_", -1)));
                words.retainAll(List.of(twin[1].function().split("_", -1)));
                words.removeAll(COMMON_WORDS);
                long having = shared.stream()
                        .filter(name -> List.of(name.split("_", -1)).stream().anyMatch(words::contains))
                        .count();
                return having * 3 >= shared.size();
            }
        }
    }
}
