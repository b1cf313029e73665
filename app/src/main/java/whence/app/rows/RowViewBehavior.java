package whence.app.rows;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// Keys and mouse of a [RowView].
final class RowViewBehavior {
    private static final int WHEEL_ROWS = 3;
    private static final long COPIED_AT_MOST = 10_000;

    private final RowView view;

    RowViewBehavior(RowView view) {
        this.view = view;
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        view.addEventHandler(ScrollEvent.SCROLL, this::wheel);
    }

    private void key(KeyEvent event) {
        if (event.isAltDown() || view.source().count() == 0) {
            return;
        }
        if (event.isShortcutDown()) {
            shortcut(event);
            return;
        }
        switch (event.getCode()) {
            case UP -> move(event, -1);
            case DOWN -> move(event, 1);
            case PAGE_UP -> move(event, -view.pageSize());
            case PAGE_DOWN -> move(event, view.pageSize());
            case HOME -> move(event, Long.MIN_VALUE / 2);
            case END -> move(event, Long.MAX_VALUE / 2);
            case ENTER -> open(event);
            default -> {}
        }
    }

    private void shortcut(KeyEvent event) {
        switch (event.getCode()) {
            case C -> copy(event);
            case HOME -> move(event, Long.MIN_VALUE / 2);
            case END -> move(event, Long.MAX_VALUE / 2);
            default -> {}
        }
    }

    private void move(KeyEvent event, long by) {
        RowSelection now = view.selection();
        long from = now.isEmpty() ? view.topProperty().get() - (by > 0 ? 1 : 0) : now.lead();
        long to = Math.max(0, Math.min(from + by, view.source().count() - 1));
        view.pick(event.isShiftDown() ? now.upTo(to) : RowSelection.of(to));
        event.consume();
    }

    private void open(KeyEvent event) {
        if (!view.selection().isEmpty()) {
            view.open(view.selection().lead());
            event.consume();
        }
    }

    private void copy(KeyEvent event) {
        RowSelection now = view.selection();
        if (now.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        for (long row = now.first(); row <= Math.min(now.last(), now.first() + COPIED_AT_MOST); row++) {
            text.append(view.line(row)).append('\n');
        }
        ClipboardContent content = new ClipboardContent();
        content.putString(text.toString());
        Clipboard.getSystemClipboard().setContent(content);
        event.consume();
    }

    private void wheel(ScrollEvent event) {
        if (event.isShortcutDown() || event.getDeltaY() == 0) {
            return;
        }
        view.scrollTo(view.topProperty().get() - (long) Math.signum(event.getDeltaY()) * WHEEL_ROWS);
        event.consume();
    }

    void press(MouseEvent event, long row) {
        view.requestFocus();
        if (row < 0 || row >= view.source().count()) {
            return;
        }
        view.pick(event.isShiftDown() ? view.selection().upTo(row) : RowSelection.of(row));
        if (event.getClickCount() == 2) {
            view.open(row);
        }
    }
}
