package whence.app.action;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/// Menus and buttons made from the action table.
public final class Menus {
    private Menus() {}

    public static MenuBar bar(Actions actions) {
        MenuBar bar = new MenuBar();
        for (Action.Menu menu : Action.Menu.values()) {
            Menu shown = new Menu(menu.title());
            actions.of(menu).forEach(a -> shown.getItems().add(item(a)));
            bar.getMenus().add(shown);
        }
        return bar;
    }

    private static MenuItem item(Action action) {
        MenuItem item = new MenuItem(action.title());
        item.setId(action.id());
        if (action.key() != null) {
            item.setAccelerator(action.key());
        }
        item.disableProperty().bind(Bindings.not(action.enabled()));
        item.setOnAction(e -> action.perform());
        return item;
    }

    /// A button with the icon of an action, its title and key as the tooltip.
    public static Button button(Action action) {
        Button button = new Button();
        if (!action.icon().isEmpty()) {
            button.setGraphic(new FontIcon(action.icon()));
        }
        button.setTooltip(new Tooltip(action.title() + (action.key() == null ? "" : "  " + action.keyText())));
        button.setAccessibleText(action.title());
        button.setFocusTraversable(false);
        button.disableProperty().bind(Bindings.not(action.enabled()));
        button.setOnAction(e -> action.perform());
        return button;
    }
}
