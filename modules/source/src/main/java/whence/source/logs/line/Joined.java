package whence.source.logs.line;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.source.index.Image;
import whence.source.index.facts.Shard;
import whence.source.logs.format.Format;
import whence.source.logs.format.FormatMatch;
import whence.source.logs.printer.Naming;
import whence.source.logs.printer.Place;
import whence.source.logs.printer.Wrappers;
import whence.source.logs.printer.Wrapping;
import whence.source.logs.table.HeldTexts;

/// Lines that a statement begins and others go on with, as explained by the one that begins them.
final class Joined {
    private static final int RESOLVING = 4;
    private static final int MOST_INTRODUCTIONS = 3;

    private final Image image;
    private final Wrappers wrappers;
    private final Continuations continuations;
    private final HeldTexts held;

    Joined(Image image, Wrappers wrappers, Continuations continuations, HeldTexts held) {
        this.image = image;
        this.wrappers = wrappers;
        this.continuations = continuations;
        this.held = held;
    }

    /// By the statements that can have begun the line which a text goes on with.
    List<Explained> begun(Stated stated) {
        List<Explained> all = new ArrayList<>();
        Shard shard = stated.shard();
        for (int beginning : continuations.beginnings(shard, stated.text())) {
            boolean called = continuations.opensFor(shard, beginning, shard.textFunction(stated.text()));
            int by = called ? stated.text() : beginning;
            Format format = held.format(shard, beginning);
            if (called && (format.literalLetters() == 0 || !continuations.neverBegins(shard, stated.text()))) {
                continue;
            }
            Format filled = held.filled(stated.file(), shard, beginning, format, stated.line());
            Explained begun = continued(stated.as(beginning, filled), by);
            if (begun == null && !filled.equals(format)) {
                begun = continued(stated.as(beginning, format), by);
            }
            if (begun != null) {
                all.add(begun);
            }
        }
        return all;
    }

    /// By the text itself; null where nothing is known to go on with it up to the end of the line.
    @Nullable
    Explained continued(Stated stated) {
        return continued(stated, stated.text());
    }

    /// @param by a text that goes on with the line
    private @Nullable Explained continued(Stated stated, int by) {
        String callee = image.names().text(stated.shard().textCallee(stated.text()));
        for (Wrapping way : wrappers.around(callee, stated.shard().textArgument(stated.text()), stated.place())) {
            Explained explained = continued(way, stated, by);
            if (explained != null) {
                return explained;
            }
        }
        return null;
    }

    private @Nullable Explained continued(Wrapping wrapping, Stated stated, int by) {
        Place place = stated.place();
        Format format = stated.format();
        Format own = new Format(wrappers.resolved(format.pieces(), place, RESOLVING), format.level(), format.ends());
        Format whole = wrapping.around(own);
        for (int at : whole.pieces().isEmpty() ? List.<Integer>of() : beginnings(wrapping.naming(), stated.line())) {
            Continuations.Chain chain = continuations.from(whole, stated, by, at);
            if (chain != null) {
                Score score = new Score(stated.line(), image.path(stated.file()));
                double worth = score.chain(whole, chain) + (at == 0 ? 0 : score.named(wrapping.naming(), whole, at));
                List<String> values = Explaining.own(chain.beginning(), wrapping, own);
                FormatMatch.Fit fit = new FormatMatch.Fit(at, stated.line().length, values);
                return new Explained(
                        stated.file(), stated.text(), own, wrapping, fit, worth, at == 0 ? "" : null, true);
            }
        }
        return null;
    }

    /// Where a message can begin: behind the name of the device that is printed before it, else with the line.
    private static List<Integer> beginnings(Naming naming, byte[] line) {
        List<Integer> found = new ArrayList<>();
        for (int at = 2; naming != Naming.NONE && at < line.length && found.size() < MOST_INTRODUCTIONS; at++) {
            if (naming.introduces(line, at)) {
                found.add(at);
            }
        }
        found.add(0);
        return found;
    }
}
