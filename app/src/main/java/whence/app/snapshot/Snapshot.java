package whence.app.snapshot;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;
import whence.app.Studio;
import whence.app.model.Origin;

/// Takes a picture of the window on a session, without a screen: `Snapshot SESSION OUT.png --theme dark --step 3`.
public final class Snapshot {
    private Snapshot() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    static int run(List<String> arguments) {
        try {
            Order order = Order.parse(arguments);
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
            System.setProperty("java.awt.headless", "true");
            Picture.write(take(order), order.target());
            return 0;
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException failure) {
            System.err.println("snapshot: " + failure.getMessage());
            return 2;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 2;
        }
    }

    private static WritableImage take(Order order) throws InterruptedException {
        AtomicReference<@Nullable WritableImage> image = new AtomicReference<>();
        AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
        CountDownLatch done = new CountDownLatch(1);
        Platform.startup(() -> {
            try {
                image.set(picture(order));
            } catch (RuntimeException e) {
                failure.set(e);
            } finally {
                done.countDown();
            }
        });
        done.await();
        RuntimeException failed = failure.get();
        WritableImage taken = image.get();
        if (failed != null || taken == null) {
            throw new IllegalStateException(
                    failed == null ? "no picture" : String.valueOf(failed.getMessage()), failed);
        }
        return taken;
    }

    /// The picture of an order; JavaFX thread.
    static WritableImage picture(Order order) {
        Studio studio = Studio.open(order.files(), order.theme(), order.width(), order.height());
        Picture.layout(studio.scene());
        studio.walkTo(order.step());
        for (Origin pane : order.panes()) {
            studio.show(pane);
        }
        return Picture.of(studio.scene());
    }
}
