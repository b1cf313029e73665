package whence.app.snapshot;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// Pictures of a scene as files.
public final class Picture {
    private static final int LAYOUT_PASSES = 6;

    private Picture() {}

    /// Lays a scene out as a window would; JavaFX thread.
    public static void layout(Scene scene) {
        for (int i = 0; i < LAYOUT_PASSES; i++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }

    /// What a scene shows; JavaFX thread. Once for a scene: a scroll pane keeps its first picture where there is no
    /// window.
    public static WritableImage of(Scene scene) {
        layout(scene);
        return scene.snapshot(null);
    }

    /// Writes a PNG without an alpha channel.
    ///
    /// @throws UncheckedIOException with a sentence where it cannot
    public static void write(WritableImage image, Path target) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            if (!ImageIO.write(copy, "png", target.toFile())) {
                throw new IOException("this Java has no PNG writer");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + target + ": " + failure.getMessage(), failure);
        }
    }
}
