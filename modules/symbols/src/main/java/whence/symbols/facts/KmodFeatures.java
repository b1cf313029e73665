package whence.symbols.facts;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a build of kmod can unpack, as `modprobe --version` says it: `kmod version 30 +ZSTD +XZ -ZLIB …`. A module
/// packed in a way that it cannot read goes to the kernel as it is, which finds no ELF header.
///
/// @param version of kmod
/// @param reads file endings it unpacks itself: `zst`, `xz`, `gz`
/// @param refuses file endings it was built without
public record KmodFeatures(OptionalInt version, Set<String> reads, Set<String> refuses) {
    private static final Pattern VERSION = Pattern.compile("kmod version (\\d{1,6})");
    private static final Pattern FEATURE = Pattern.compile("([+-])(ZSTD|XZ|ZLIB)\\b");

    public KmodFeatures {
        reads = Set.copyOf(reads);
        refuses = Set.copyOf(refuses);
    }

    /// Reads the line; empty where no feature stands in it.
    public static Optional<KmodFeatures> in(String text) {
        Set<String> reads = new TreeSet<>();
        Set<String> refuses = new TreeSet<>();
        FEATURE.matcher(text)
                .results()
                .forEach(feature -> (feature.group(1).equals("+") ? reads : refuses).add(ending(feature.group(2))));
        Matcher version = VERSION.matcher(text);
        OptionalInt number = version.find() ? OptionalInt.of(Integer.parseInt(version.group(1))) : OptionalInt.empty();
        return reads.isEmpty() && refuses.isEmpty()
                ? Optional.empty()
                : Optional.of(new KmodFeatures(number, reads, refuses));
    }

    private static String ending(String feature) {
        return switch (feature) {
            case "ZSTD" -> "zst";
            case "ZLIB" -> "gz";
            default -> feature.toLowerCase(Locale.ROOT);
        };
    }
}
