package whence.app.action;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// One thing the user can do. Menus, tool bar, palette and key help are made from these.
///
/// @param id stable: what a key file names
/// @param menu the menu it stands in
/// @param key null where it has none
/// @param icon a name of the icon font; empty for none
/// @param enabled whether it can be done now
/// @param whyNot what the palette says when it cannot
public record Action(
        String id,
        String title,
        Menu menu,
        @Nullable KeyCombination key,
        String icon,
        ObservableBooleanValue enabled,
        String whyNot,
        Runnable run) {

    /// The menus, in order.
    public enum Menu {
        FILE("File"),
        GO("Go"),
        VIEW("View"),
        FINDINGS("Findings"),
        HELP("Help");

        private final String title;

        Menu(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /// The key as people write it; empty where there is none.
    public String keyText() {
        return key == null ? "" : key.getDisplayText();
    }

    /// Does it, unless it is disabled.
    public void perform() {
        if (enabled.get()) {
            run.run();
        }
    }

    Action withKey(KeyCombination other) {
        return new Action(id, title, menu, other, icon, enabled, whyNot, run);
    }
}
