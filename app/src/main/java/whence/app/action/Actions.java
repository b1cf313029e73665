package whence.app.action;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;

/// The action table: everything the user can do, in the order of the menus.
public final class Actions {
    private static final ObservableBooleanValue ALWAYS = new ReadOnlyBooleanWrapper(true);

    private final List<Action> table = new ArrayList<>();
    private final List<String> recent = new ArrayList<>();

    /// Adds an action that is always possible.
    public void add(Action.Menu menu, String id, String title, String key, String icon, Runnable run) {
        add(menu, id, title, key, icon, ALWAYS, "", run);
    }

    /// Adds an action.
    ///
    /// @param key as [KeyCombination#valueOf] reads it; empty for none
    public void add(
            Action.Menu menu,
            String id,
            String title,
            String key,
            String icon,
            ObservableBooleanValue enabled,
            String whyNot,
            Runnable run) {
        table.add(new Action(
                id, title, menu, key.isEmpty() ? null : KeyCombination.valueOf(key), icon, enabled, whyNot, () -> {
                    recent.remove(id);
                    recent.addFirst(id);
                    run.run();
                }));
    }

    /// Changes keys as a user's file says.
    ///
    /// @return one sentence for each entry that cannot be followed, and for each key that two actions share
    public List<String> remap(Map<String, String> keys) {
        List<String> problems = new ArrayList<>();
        keys.forEach((id, key) -> {
            try {
                KeyCombination wanted = KeyCombination.valueOf(key);
                if (find(id).isEmpty()) {
                    problems.add("There is no action “" + id + "” to give the key " + key + ".");
                }
                table.replaceAll(a -> a.id().equals(id) ? a.withKey(wanted) : a);
            } catch (IllegalArgumentException notAKey) {
                problems.add("“" + key + "” is no key; write it like Ctrl+Shift+P.");
            }
        });
        problems.addAll(conflicts());
        return problems;
    }

    /// Keys that stand for two actions, a sentence each.
    public List<String> conflicts() {
        Map<KeyCombination, Action> seen = new LinkedHashMap<>();
        List<String> found = new ArrayList<>();
        for (Action action : table) {
            Action other = action.key() == null ? null : seen.putIfAbsent(action.key(), action);
            if (other != null) {
                found.add(action.keyText() + " stands for both “" + other.title() + "” and “" + action.title() + "”.");
            }
        }
        return found;
    }

    public List<Action> all() {
        return List.copyOf(table);
    }

    public List<Action> of(Action.Menu menu) {
        return table.stream().filter(a -> a.menu() == menu).toList();
    }

    public Optional<Action> find(String id) {
        return table.stream().filter(a -> a.id().equals(id)).findFirst();
    }

    /// All actions, those used last first.
    public List<Action> byRecency() {
        List<Action> all = new ArrayList<>();
        recent.forEach(id -> find(id).ifPresent(all::add));
        table.stream().filter(a -> !recent.contains(a.id())).forEach(all::add);
        return List.copyOf(all);
    }
}
