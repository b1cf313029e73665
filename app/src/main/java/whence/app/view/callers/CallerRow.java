package whence.app.view.callers;

import org.jspecify.annotations.Nullable;
import whence.app.model.Reached;
import whence.app.model.Statement;
import whence.evidence.Ref;

/// A row of the tree: a heading, a statement, a way, a call.
///
/// @param note what was taken for granted, or where it stands; quiet beside the text
/// @param at where to look; null for a heading
/// @param climbs whether its own callers can be listed below it
record CallerRow(String text, String note, Ref.@Nullable Source at, boolean climbs) {
    static CallerRow heading(String text, String note) {
        return new CallerRow(text, note, null, false);
    }

    static CallerRow of(Statement statement) {
        return new CallerRow(statement.text(), statement.place(), statement.at(), false);
    }

    static CallerRow of(Reached.Way way) {
        Ref.Source start = way.calls().getFirst().at();
        return new CallerRow(way.text(), assumed(way.assumed()), start, false);
    }

    static CallerRow of(Reached.Call call, boolean climbs) {
        String place = call.at().file() + ":" + call.at().line();
        String note = call.assumed().isEmpty() ? place : place + "   " + assumed(call.assumed());
        return new CallerRow(call.caller(), note, call.at(), climbs);
    }

    private static String assumed(String clause) {
        return clause.isEmpty() ? "" : "assumed: " + clause;
    }
}
