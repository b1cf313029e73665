package whence.app.view.shell;

import org.jspecify.annotations.Nullable;
import whence.app.model.Looked;
import whence.app.model.Origin;
import whence.app.model.Place;
import whence.evidence.Ref;
import whence.trail.Step;
import whence.trail.Trail;

/// Which pane shows best what was looked at.
final class BestPane {
    private BestPane() {}

    static Origin of(Looked looked, @Nullable Trail trail) {
        Place place = looked.place();
        if (looked.focus().at() instanceof Ref.Symbol) {
            return Origin.SYMBOLS;
        }
        if (looked.focus().at() instanceof Ref.Range) {
            return Origin.BYTES;
        }
        if (place.finding() != null) {
            return Origin.FINDINGS;
        }
        if (isPatch(looked.focus().step(), trail)) {
            return Origin.DIFFERENCE;
        }
        return place.source() != null ? Origin.SOURCE : Origin.CALL;
    }

    private static boolean isPatch(int step, @Nullable Trail trail) {
        return trail != null
                && step >= 0
                && step < trail.steps().size()
                && trail.steps().get(step).kind() == Step.Kind.PATCH;
    }
}
