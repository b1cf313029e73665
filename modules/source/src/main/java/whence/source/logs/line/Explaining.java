package whence.source.logs.line;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.source.index.Image;
import whence.source.index.Section;
import whence.source.index.facts.Shard;
import whence.source.index.table.Lists;
import whence.source.logs.format.Format;
import whence.source.logs.format.FormatMatch;
import whence.source.logs.format.Words;
import whence.source.logs.printer.MacroTexts;
import whence.source.logs.printer.Naming;
import whence.source.logs.printer.Place;
import whence.source.logs.printer.Wrappers;
import whence.source.logs.printer.Wrapping;
import whence.source.logs.table.HeldTexts;
import whence.source.logs.table.LentTexts;

/// From a text that fits a line to the statements that print it, with what each of them explains of the line.
final class Explaining {
    private static final int MOST_FILES = 48;
    private static final int MOST_INTRODUCTIONS = 4;
    private static final int RESOLVING = 4;
    private static final int FEW = 16;

    private final Image image;
    private final MacroTexts macros;
    private final Wrappers wrappers;
    private final Continuations continuations;
    private final HeldTexts held;
    private final Joined joined;
    private final Lists statements;

    Explaining(Image image, MacroTexts macros, Wrappers wrappers) {
        this.image = image;
        this.macros = macros;
        this.wrappers = wrappers;
        this.held = new HeldTexts(image, macros, wrappers);
        this.continuations = new Continuations(image, macros, wrappers, held);
        this.joined = new Joined(image, wrappers, continuations, held);
        this.statements = new Lists(image.section(Section.STATEMENTS));
    }

    /// Adds the statements of a text.
    void explain(Candidates.Fitting fitting, byte[] line, List<Explained> explained) {
        int[] files = statements.of(fitting.text());
        for (int file : Arrays.copyOf(files, Math.min(files.length, MOST_FILES))) {
            Shard shard = macros.shard(file);
            for (int i = 0; i < shard.texts(); i++) {
                if (shard.textId(i) != fitting.text()) {
                    continue;
                }
                if (shard.textCallee(i) < 0) {
                    held(file, shard, i, line, explained);
                } else {
                    Stated stated = new Stated(file, shard, i, held.said(shard, i, fitting.format()), line);
                    if (wrappers.prints(shard.textCallee(i), shard.textArgument(i))) {
                        printed(stated, stated.format().equals(fitting.format()) ? fitting.fit() : null, explained);
                    } else {
                        lent(stated, explained);
                    }
                }
            }
        }
    }

    private void printed(Stated stated, FormatMatch.@Nullable Fit fit, List<Explained> explained) {
        List<Explained> begun =
                continuations.continues(stated.shard(), stated.text()) ? joined.begun(stated) : List.of();
        explained.addAll(begun);
        if (!begun.isEmpty() && continuations.neverBegins(stated.shard(), stated.text())) {
            return;
        }
        Explained best = best(stated, fit);
        explained.add(Explained.better(best, stated.format().ends() ? null : joined.continued(stated)));
        Format filled = held.filled(stated.file(), stated.shard(), stated.text(), stated.format(), stated.line());
        if (!filled.equals(stated.format())) {
            whole(stated.as(filled), explained);
        }
    }

    /// What explains the whole line, and nothing less.
    private void whole(Stated stated, List<Explained> explained) {
        Explained one = best(stated, null);
        if (one.whole()) {
            explained.add(one);
        }
    }

    /// With the prefix of the file, or where that does not fit with that of a header above it.
    private Explained best(Stated stated, FormatMatch.@Nullable Fit fit) {
        Explained own = at(stated, stated.place(), fit);
        boolean settled = own.prefix() != null || own.wrapping().open();
        return settled ? own : Explained.better(own, at(stated, stated.place().outside(), fit));
    }

    /// The text is an argument: of a statement with a format of its own, or of a function that prints it in one.
    private void lent(Stated stated, List<Explained> explained) {
        Shard shard = stated.shard();
        byte[] text = image.texts().bytes(shard.textId(stated.text()));
        int format = LentTexts.format(shard, stated.text(), wrappers::prints);
        if (format >= 0) {
            int behind = shard.textArgument(stated.text()) - shard.textArgument(format);
            Format whole = held.format(shard, format);
            Format lent = LentTexts.lent(whole, behind, text, null);
            if (lent != null) {
                explained.add(best(stated.as(format, lent), null));
                whole(stated.as(format, held.filled(stated.file(), shard, format, whole, stated.line())), explained);
            }
            return;
        }
        Explained handed = best(stated, null);
        if (handed.prefix() != null && !handed.wrapping().plain() && !says(handed.wrapping())) {
            explained.add(handed);
        }
    }

    /// Whether a statement that a text is handed to can be recognised without it: then that is the one that prints.
    private static boolean says(Wrapping wrapping) {
        return new Format(wrapping.before(), "", true).literalLetters()
                        + new Format(wrapping.after(), "", true).literalLetters()
                >= FEW;
    }

    /// The text is held by what a statement is handed; that counts only where it explains the whole line.
    private void held(int file, Shard shard, int text, byte[] line, List<Explained> explained) {
        for (HeldTexts.Printing printing : held.printing(file, shard, text)) {
            Format format = held.format(printing.shard(), printing.text());
            Format lent = held.lent(format, printing.behind(), file, shard, text);
            if (lent != null) {
                Stated stated = new Stated(printing.file(), printing.shard(), printing.text(), lent, line);
                whole(stated, explained);
                whole(
                        stated.as(held.filled(printing.file(), printing.shard(), printing.text(), format, line)),
                        explained);
            }
        }
    }

    private List<Wrapping> wrappings(Stated stated, Place place) {
        String callee = image.names().text(stated.shard().textCallee(stated.text()));
        return wrappers.around(callee, stated.shard().textArgument(stated.text()), place);
    }

    private Format resolved(Format format, Place place) {
        return new Format(wrappers.resolved(format.pieces(), place, RESOLVING), format.level(), format.ends());
    }

    /// What a text explains with what the macros and functions around it mean at a place.
    private Explained at(Stated stated, Place place, FormatMatch.@Nullable Fit known) {
        return wrappings(stated, place).stream()
                .map(way -> in(way, stated, place, known))
                .reduce(Explained::better)
                .orElseThrow();
    }

    private Explained in(Wrapping wrapping, Stated stated, Place place, FormatMatch.@Nullable Fit known) {
        Format own = resolved(stated.format(), place);
        Format whole = wrapping.around(own);
        byte[] line = stated.line();
        Score score = new Score(line, image.path(stated.file()));
        FormatMatch.Fit full =
                wrapping.plain() || wrapping.open() ? null : FormatMatch.exactly(whole, line, 0, line.length);
        if (full != null) {
            FormatMatch.Fit fit = new FormatMatch.Fit(0, line.length, own(full, wrapping, own));
            String prefix = prefix(line, known == null ? 0 : known.start());
            int around = whole.literalLetters() - own.literalLetters();
            double worth = score.whole(whole, full.values(), around);
            return new Explained(stated.file(), stated.text(), own, wrapping, fit, worth, prefix, true);
        }
        FormatMatch.Fit named = introduced(whole, wrapping.naming(), line);
        if (named != null) {
            double worth = score.part(whole, named, wrapping.naming(), 0);
            FormatMatch.Fit fit = new FormatMatch.Fit(named.start(), named.end(), own(named, wrapping, own));
            return new Explained(stated.file(), stated.text(), own, wrapping, fit, worth, null, true);
        }
        FormatMatch.Fit fit = known != null && own.equals(stated.format()) ? known : FormatMatch.find(own, line);
        if (fit == null) {
            FormatMatch.Fit none = new FormatMatch.Fit(0, 0, List.of());
            return new Explained(stated.file(), stated.text(), stated.format(), wrapping, none, -1, null, false);
        }
        int missing = new Format(wrapping.before(), "", true).literalLetters();
        double worth = score.part(own, fit, wrapping.naming(), missing);
        String prefix = fit.start() == 0 ? "" : null;
        boolean entire = begins(stated, wrapping, fit.start()) && ends(stated, own, fit.end());
        return new Explained(stated.file(), stated.text(), own, wrapping, fit, worth, prefix, entire);
    }

    /// Whether nothing is missing before a fit that begins at an offset, and nothing else stands there: before what
    /// a header prints stands what the file that includes it is called.
    private boolean begins(Stated stated, Wrapping wrapping, int start) {
        boolean header = image.path(stated.file()).endsWith(".h");
        boolean there = wrapping.open()
                ? wrapping.naming().introduces(stated.line(), start)
                : blank(stated.line(), start) || (header && Naming.ANY.introduces(stated.line(), start));
        return there && wrapping.before().isEmpty();
    }

    /// What continues a message of several lines is indented by programs that show it.
    private static boolean blank(byte[] line, int end) {
        for (int i = 0; i < end; i++) {
            if (line[i] != ' ' && line[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    /// Whether the line ends with a fit, or the function goes on with it.
    private boolean ends(Stated stated, Format own, int end) {
        boolean blank = Words.letters(stated.line(), end, stated.line().length) == 0;
        return blank || (!own.ends() && continuations.goesOn(stated.shard(), stated.file(), stated.text()));
    }

    /// Behind the name of a device or subsystem.
    private static FormatMatch.@Nullable Fit introduced(Format whole, Naming naming, byte[] line) {
        int seen = 0;
        for (int at = 2; at < line.length && seen < MOST_INTRODUCTIONS; at++) {
            if (naming.introduces(line, at)) {
                seen++;
                FormatMatch.Fit fit = FormatMatch.exactly(whole, line, at, line.length);
                if (fit != null) {
                    return new FormatMatch.Fit(at, line.length, fit.values());
                }
            }
        }
        return null;
    }

    /// The values of a statement's own conversions, among those of all that is around it.
    static List<String> own(FormatMatch.Fit fit, Wrapping wrapping, Format own) {
        int before = new Format(wrapping.before(), "", true).conversions().size();
        int last = Math.min(fit.values().size(), before + own.conversions().size());
        return new ArrayList<>(fit.values().subList(Math.min(before, last), last));
    }

    private static String prefix(byte[] line, int end) {
        return new String(line, 0, Math.clamp(end, 0, line.length), StandardCharsets.UTF_8);
    }
}
