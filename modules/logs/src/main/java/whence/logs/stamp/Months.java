package whence.logs.stamp;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Months as `strftime("%b")` of the C library writes them in the languages a machine may be set to; a month must not
/// be English to be read.
public final class Months {
    private static final String[] LANGUAGES = {
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "jan feb mrt apr mei jun jul aug sep okt nov dec", // Dutch
        "jan feb mär apr mai jun jul aug sep okt nov dez", // German
        "jän feb mär apr mai jun jul aug sep okt nov dez", // German in Austria
        "janv févr mars avril mai juin juil août sept oct nov déc", // French
        "ene feb mar abr may jun jul ago sep oct nov dic", // Spanish
        "gen feb mar apr mag giu lug ago set ott nov dic", // Italian
        "jan fev mar abr mai jun jul ago set out nov dez", // Portuguese
        "jan feb mar apr maj jun jul aug sep okt nov dec", // Swedish, Danish
        "jan feb mars april mai juni juli aug sep okt nov des", // Norwegian
        "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu", // Finnish
        "sty lut mar kwi maj cze lip sie wrz paź lis gru", // Polish
        "led úno bře dub kvě čen čec srp zář říj lis pro", // Czech
        "jan febr márc ápr máj jún júl aug szept okt nov dec", // Hungarian
        "oca şub mar nis may haz tem ağu eyl eki kas ara", // Turkish
        "янв фев мар апр мая июн июл авг сен окт ноя дек", // Russian
        "січ лют бер кві тра чер лип сер вер жов лис гру", // Ukrainian
    };

    private static final Map<String, Integer> BY_NAME = table();

    private Months() {}

    private static Map<String, Integer> table() {
        Map<String, Integer> months = new HashMap<>();
        for (String language : LANGUAGES) {
            String[] names = language.split(" ", -1);
            for (int month = 1; month <= names.length; month++) {
                months.putIfAbsent(names[month - 1], month);
            }
        }
        months.put("май", 5);
        return Map.copyOf(months);
    }

    /// The month of a word of UTF-8 bytes held as chars, 1 to 12; 0 where it is none.
    static int of(String latin) {
        if (latin.isEmpty() || latin.length() > 24) {
            return 0;
        }
        String word = new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                .toLowerCase(Locale.ROOT);
        String bare = word.endsWith(".") || word.endsWith(",") ? word.substring(0, word.length() - 1) : word;
        Integer month = BY_NAME.get(bare);
        return month != null ? month : numbered(bare);
    }

    /// `11月`, `11월`: Chinese, Japanese and Korean number their months.
    private static int numbered(String word) {
        if ((!word.endsWith("月") && !word.endsWith("월")) || word.length() > 3 || word.length() < 2) {
            return 0;
        }
        String number = word.substring(0, word.length() - 1);
        return number.chars().allMatch(c -> c >= '0' && c <= '9') ? valid(Integer.parseInt(number)) : 0;
    }

    private static int valid(int month) {
        return month >= 1 && month <= 12 ? month : 0;
    }
}
