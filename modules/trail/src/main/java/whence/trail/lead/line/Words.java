package whence.trail.lead.line;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.evidence.Errno;

/// What the text of a line says about itself, whoever wrote it.
public final class Words {
    private static final Pattern TROUBLE = Pattern.compile(
            "\\b(fail(ed|ure|s)?|error|invalid|cannot|can't|could not|unable|refused|denied|unknown symbol|"
                    + "not permitted|bad |callbacks suppressed|messages (dropped|suppressed|lost)|corrupt\\w*|timed? ?out|restricted)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern STRERROR =
            Pattern.compile("(Operation not permitted|No such file or directory|No such process|Input/output error|"
                    + "Argument list too long|Exec format error|Bad file descriptor|Resource temporarily unavailable|"
                    + "Cannot allocate memory|Permission denied|Bad address|Device or resource busy|File exists|"
                    + "No such device|Invalid argument|No space left on device|Read-only file system|"
                    + "Function not implemented|Cannot assign requested address|Operation not supported|"
                    + "Structure needs cleaning|Invalid module format|Unknown symbol in module)");
    private static final Pattern SYMBOL = Pattern.compile("\\b(E[A-Z][A-Z0-9]{1,14})\\b");
    private static final Pattern MINUS = Pattern.compile("(?:\\(|: |= ?|err(?:no|or)?[ =:]+)-(\\d{1,3})\\b");

    private Words() {}

    static boolean trouble(String text) {
        return TROUBLE.matcher(text).find() || STRERROR.matcher(text).find();
    }

    /// The errno a message names: by its symbol, its number after a minus, or its English sentence; 0 where it
    /// names none. Sentences are those of glibc and of kmod.
    ///
    /// @param errors of the machine
    public static int errno(String text, Errno errors) {
        Matcher sentence = STRERROR.matcher(text);
        if (sentence.find()) {
            return errors.number(Sentences.error(sentence.group(1)));
        }
        Matcher symbol = SYMBOL.matcher(text);
        while (symbol.find()) {
            int number = errors.number(symbol.group(1));
            if (number > 0) {
                return number;
            }
        }
        Matcher minus = MINUS.matcher(text);
        return minus.find() ? Integer.parseInt(minus.group(1)) : 0;
    }
}
