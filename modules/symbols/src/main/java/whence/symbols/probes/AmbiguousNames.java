package whence.symbols.probes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import whence.symbols.facts.KernelVersion;

/// Which kernels refuse a kprobe on a name that several symbols bear: the table `ambiguous-names.tsv`, where each
/// row says its source.
final class AmbiguousNames {
    private static final String TABLE = "/whence/symbols/probes/ambiguous-names.tsv";
    private final Map<String, Row> rows = new HashMap<>();

    /// @param lacking last number known to lack the change, -1 where none is
    /// @param having first number known to have it, the greatest number where none is
    private record Row(int lacking, int having) {
        AmbiguousProbe at(int number) {
            return number >= having
                    ? AmbiguousProbe.REFUSED
                    : number <= lacking ? AmbiguousProbe.FIRST_TAKEN : AmbiguousProbe.UNKNOWN;
        }
    }

    private AmbiguousNames(List<String> lines) {
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] cells = line.split("\t", -1);
                rows.put(cells[0], new Row(number(cells[1], -1), number(cells[2], Integer.MAX_VALUE)));
            }
        }
    }

    static AmbiguousNames shipped() {
        try (InputStream in = Objects.requireNonNull(AmbiguousNames.class.getResourceAsStream(TABLE), TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new AmbiguousNames(lines.lines().toList());
        } catch (IOException failed) {
            throw new UncheckedIOException(TABLE, failed);
        }
    }

    private static int number(String cell, int unknown) {
        return cell.equals("-") ? unknown : Integer.parseInt(cell);
    }

    AmbiguousProbe of(KernelVersion version) {
        if (version.atLeast(6, 6, 0)) {
            return AmbiguousProbe.REFUSED;
        }
        String series = version.major() + "." + version.minor();
        Row debian = rows.get(series + "-debian");
        if (version.debianAbi() > 0 && debian != null) {
            return debian.at(version.debianAbi());
        }
        Row row = rows.get(series);
        // A distribution's name (`5.15.0-86-generic`) hides the patch level behind 0, and the change may be in it.
        return row == null || version.patch() == 0
                ? version.atLeast(4, 14, 0) ? AmbiguousProbe.UNKNOWN : AmbiguousProbe.FIRST_TAKEN
                : row.at(version.patch());
    }
}
