package whence.source.logs.table;

import java.util.HashSet;
import java.util.Set;
import whence.source.index.Image;
import whence.source.index.StatementSections;
import whence.source.index.facts.Shard;
import whence.source.logs.format.Words;

/// Tells the texts that are printed from those that are not: formats of what prints; texts that such a statement puts
/// for a `%s`; and messages handed to a function that prints something for a `%s`.
final class Statements {
    private static final byte[] MESSAGE = {'%', 'p', 'V'};

    private final Image image;
    private final long[] formats;
    private final StatementSections sections;
    private final int main;
    private final Set<Integer> carriers = new HashSet<>();
    private final Holdings holdings = new Holdings();

    /// @param formats by the number of a name, a bit for each argument that is a format
    Statements(Image image, long[] formats, StatementSections sections) {
        this.image = image;
        this.formats = formats;
        this.sections = sections;
        this.main = image.name("main");
    }

    private boolean prints(int callee, int argument) {
        return callee >= 0 && argument >= 0 && argument < 63 && ((formats[callee] >>> argument) & 1) != 0;
    }

    /// Takes in the functions of a file that print what they may have been handed, and what its statements are handed.
    void carriers(int file, Shard shard) {
        if (Programs.has(image.path(file), shard, main)) {
            return;
        }
        holdings.gather(file, shard, this::prints);
        for (int i = 0; i < shard.texts(); i++) {
            if (shard.textFunction(i) >= 0 && prints(shard.textCallee(i), shard.textArgument(i))) {
                byte[] text = image.texts().bytes(shard.textId(i));
                if (StatementTable.endsInText(text) || StatementTable.contains(text, MESSAGE)) {
                    carriers.add(shard.name(shard.textFunction(i)));
                }
            }
        }
    }

    /// Adds what a file states.
    void add(int file, Shard shard) {
        if (Programs.has(image.path(file), shard, main)) {
            return;
        }
        Holdings.Printed printed = holdings.printedIn(shard, this::prints);
        for (int i = 0; i < shard.texts(); i++) {
            int callee = shard.textCallee(i);
            if (callee < 0) {
                held(file, shard, i, printed);
            } else if (prints(callee, shard.textArgument(i)) || lent(shard, i)) {
                sections.statement(shard.textId(i), file);
            }
        }
    }

    private void held(int file, Shard shard, int text, Holdings.Printed printed) {
        if (printed.prints(shard, text) && LentTexts.telling(image.texts().bytes(shard.textId(text)))) {
            sections.statement(shard.textId(text), file);
        }
    }

    /// Adds which statements print what other files hold.
    void finish() {
        holdings.each(sections::handed);
    }

    private boolean lent(Shard shard, int text) {
        boolean carried = carriers.contains(shard.textCallee(text));
        int format = LentTexts.format(shard, text, this::prints);
        if (!carried && format < 0) {
            return false;
        }
        byte[] bytes = image.texts().bytes(shard.textId(text));
        if (!LentTexts.telling(bytes)) {
            return false;
        }
        return format >= 0 ? LentTexts.needsHelp(image.texts().bytes(shard.textId(format))) : severalWords(bytes);
    }

    private static boolean severalWords(byte[] text) {
        for (int i = 1; i + 1 < text.length; i++) {
            if (text[i] == ' ' && Words.letter(text[i + 1])) {
                return true;
            }
        }
        return false;
    }
}
