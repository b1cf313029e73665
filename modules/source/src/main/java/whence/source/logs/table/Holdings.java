package whence.source.logs.table;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import whence.source.index.facts.Holder;
import whence.source.index.facts.Shard;

/// Gathers what statements of little text are handed, so that the texts which are held in the same name can be found
/// by their words.
final class Holdings {
    /// A member or function that statements of more files print says nothing of any of them.
    private static final int FEW_FILES = 3;

    private final Map<Integer, Set<Integer>> files = new HashMap<>();

    /// Takes in what the statements of a file print that other files can hold: members, and what functions return.
    void gather(int file, Shard shard, LentTexts.Printing printing) {
        for (int i = 0; i < shard.handed(); i++) {
            int holder = shard.handedHolder(i);
            if (Holder.kind(holder) != Holder.VARIABLE && printed(shard, i, printing)) {
                Set<Integer> known = files.computeIfAbsent(holder, any -> new TreeSet<>());
                if (known.size() <= FEW_FILES) {
                    known.add(file);
                }
            }
        }
    }

    private static boolean printed(Shard shard, int handed, LentTexts.Printing printing) {
        int text = shard.handedText(handed);
        return printing.prints(shard.textCallee(text), shard.textArgument(text));
    }

    /// Hands on a holder and a file, for all that are printed in few files.
    void each(Taker taker) {
        files.forEach((holder, all) -> {
            if (all.size() <= FEW_FILES) {
                all.forEach(file -> taker.handed(holder, file));
            }
        });
    }

    /// Takes one holder and a file whose statements print what it holds.
    interface Taker {
        void handed(int holder, int file);
    }

    /// What the statements of one file print.
    Printed printedIn(Shard shard, LentTexts.Printing printing) {
        Map<Integer, Set<Integer>> functions = new HashMap<>();
        for (int i = 0; i < shard.handed(); i++) {
            if (printed(shard, i, printing)) {
                functions
                        .computeIfAbsent(shard.handedHolder(i), any -> new HashSet<>())
                        .add(shard.textFunction(shard.handedText(i)));
            }
        }
        return new Printed(functions);
    }

    /// Whether a file's texts are printed, by the functions whose statements are handed each holder.
    final class Printed {
        private final Map<Integer, Set<Integer>> functions;

        private Printed(Map<Integer, Set<Integer>> functions) {
            this.functions = functions;
        }

        /// Whether some statement prints what holds a text: of a variable only those of its own function.
        boolean prints(Shard shard, int text) {
            int holder = shard.textHolder(text);
            if (holder < 0) {
                return false;
            }
            Set<Integer> here = functions.get(holder);
            if (Holder.kind(holder) == Holder.VARIABLE) {
                int function = shard.textFunction(text);
                return here != null && (function < 0 || here.contains(function));
            }
            Set<Integer> there = files.get(holder);
            return here != null || (there != null && there.size() <= FEW_FILES);
        }
    }
}
