package whence.source.printk;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line of such a list: `<4,c> mm/page_alloc.c:99 free_area_init "empty\n"`.
final class PrintkLine {
    private static final Pattern LINE =
            Pattern.compile("<(-?\\d|c)(,c)?> (\\S.{0,400}?):(\\d{1,9}) ([A-Za-z_$][\\w$.]{0,200}) \"(.*)\"\\r?");
    private static final List<String> LEVELS =
            List.of("emerg", "alert", "crit", "err", "warning", "notice", "info", "debug");

    private PrintkLine() {}

    /// Empty where the line is none of the list's.
    static Optional<PrintkEntry> read(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String path = matcher.group(3).startsWith("./") ? matcher.group(3).substring(2) : matcher.group(3);
        return Optional.of(new PrintkEntry(
                level(matcher.group(1), matcher.group(2) != null),
                path,
                Integer.parseInt(matcher.group(4)),
                matcher.group(5),
                unescaped(matcher.group(6))));
    }

    private static String level(String level, boolean continues) {
        if (continues || level.equals("c")) {
            return "cont";
        }
        int number = Integer.parseInt(level);
        return number < 0 || number >= LEVELS.size() ? "" : LEVELS.get(number);
    }

    /// Decodes what `seq_escape_str` writes: letters behind a backslash, and three octal digits.
    private static String unescaped(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream plain = new ByteArrayOutputStream(bytes.length);
        int at = 0;
        while (at < bytes.length) {
            if (bytes[at] != '\\' || at + 1 == bytes.length) {
                plain.write(bytes[at++]);
                continue;
            }
            int octal = octal(bytes, at + 1);
            plain.write(octal >= 0 ? octal : letter(bytes[at + 1]));
            at += octal >= 0 ? 4 : 2;
        }
        return plain.toString(StandardCharsets.UTF_8);
    }

    private static int octal(byte[] bytes, int from) {
        int value = 0;
        for (int i = from; i < from + 3; i++) {
            if (i >= bytes.length || bytes[i] < '0' || bytes[i] > '7') {
                return -1;
            }
            value = value * 8 + bytes[i] - '0';
        }
        return value & 0xff;
    }

    private static int letter(byte letter) {
        return switch (letter) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'v' -> 0x0b;
            case 'f' -> '\f';
            case 'a' -> 7;
            case 'e' -> 0x1b;
            case '0' -> 0;
            default -> letter;
        };
    }
}
