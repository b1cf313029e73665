package whence.app.view.source;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import whence.app.model.Definition;
import whence.app.model.Desk;

/// Offers the functions whose names contain what is being typed, below the field. JavaFX thread.
final class FunctionOffers {
    private static final int MOST = 12;
    private static final int SHORTEST = 2;

    private final Desk desk;
    private final TextField field;
    private final Consumer<Definition> take;
    private final ContextMenu menu = new ContextMenu();

    private FunctionOffers(Desk desk, TextField field, Consumer<Definition> take) {
        this.desk = desk;
        this.field = field;
        this.take = take;
    }

    /// @param take gets the function that was chosen
    static void below(TextField field, Desk desk, Consumer<Definition> take) {
        FunctionOffers offers = new FunctionOffers(desk, field, take);
        field.textProperty().subscribe(offers::typed);
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                offers.menu.hide();
            }
        });
    }

    private void typed(String text) {
        String wanted = text.strip();
        if (wanted.length() < SHORTEST || wanted.matches("[0-9]+") || !field.isFocused()) {
            menu.hide();
            return;
        }
        desk.capture()
                .ifPresent(capture -> desk.tasks()
                        .latest("offers", "", watch -> capture.functions(wanted, MOST), this::show, desk::report));
    }

    private void show(List<Definition> found) {
        menu.getItems().setAll(found.stream().map(this::item).toList());
        if (found.isEmpty() || !field.isFocused()) {
            menu.hide();
        } else if (!menu.isShowing()) {
            menu.show(field, Side.BOTTOM, 0, 0);
        }
    }

    private MenuItem item(Definition definition) {
        MenuItem item = new MenuItem(definition.toString());
        item.setMnemonicParsing(false);
        item.setOnAction(chosen -> take.accept(definition));
        return item;
    }
}
