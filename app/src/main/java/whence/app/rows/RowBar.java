package whence.app.rows;

import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// The scroll bar of a [RowView]: proportional to rows, with ticks in lanes beside the thumb.
final class RowBar extends Region {
    static final double WIDTH = 16;
    private static final double SHORTEST_THUMB = 24;
    private static final double LANE = 4;

    private final RowView view;
    private final Rectangle thumb = new Rectangle();
    private double grabbedAt;

    RowBar(RowView view) {
        this.view = view;
        getStyleClass().add("row-bar");
        thumb.getStyleClass().add("thumb");
        thumb.setManaged(false);
        getChildren().add(thumb);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        view.ticksProperty().subscribe(this::paintTicks);
    }

    private void paintTicks() {
        getChildren().setAll(thumb);
        for (RowTick tick : view.ticksProperty().get()) {
            Rectangle mark = new Rectangle(LANE, 2);
            mark.getStyleClass().add(tick.kind().style());
            mark.setManaged(false);
            mark.setMouseTransparent(true);
            mark.setUserData(tick);
            getChildren().add(mark);
        }
        requestLayout();
    }

    private double thumbHeight() {
        long count = Math.max(1, view.source().count());
        return Math.min(getHeight(), Math.max(SHORTEST_THUMB, getHeight() * view.pageSize() / count));
    }

    private long hiddenRows() {
        return Math.max(0, view.source().count() - view.pageSize());
    }

    private void press(MouseEvent event) {
        double y = event.getY();
        boolean onThumb = y >= thumb.getY() && y <= thumb.getY() + thumb.getHeight();
        grabbedAt = onThumb ? y - thumb.getY() : thumb.getHeight() / 2;
        drag(event);
    }

    private void drag(MouseEvent event) {
        double room = getHeight() - thumbHeight();
        if (room > 0) {
            view.scrollTo(Math.round((event.getY() - grabbedAt) / room * hiddenRows()));
        }
        event.consume();
    }

    @Override
    protected void layoutChildren() {
        double height = thumbHeight();
        long hidden = hiddenRows();
        thumb.setX(2);
        thumb.setWidth(getWidth() - 4);
        thumb.setHeight(height);
        thumb.setY(hidden == 0 ? 0 : (getHeight() - height) * view.topProperty().get() / hidden);
        thumb.setVisible(hidden > 0);
        long count = Math.max(1, view.source().count());
        for (var child : getChildren()) {
            if (child instanceof Rectangle mark && mark.getUserData() instanceof RowTick tick) {
                mark.setX(2 + tick.kind().ordinal() * LANE);
                mark.setY(Math.min(getHeight() - 2, getHeight() * tick.row() / count));
            }
        }
    }
}
