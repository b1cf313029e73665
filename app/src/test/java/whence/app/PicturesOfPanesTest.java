package whence.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import whence.app.model.Origin;
import whence.app.model.Theme;
import whence.app.snapshot.Picture;

class PicturesOfPanesTest {
    private static final Path PICTURES = Path.of("target", "pictures");

    @ParameterizedTest
    @EnumSource(Theme.class)
    void every_pane_draws_something_in_every_theme(Theme theme) {
        FxThread.run(() -> {
            Wiring wiring = Bench.with(new HandMade());
            wiring.dress(theme);
            wiring.desk().lookAtStep(3, Origin.TRAIL);
            wiring.findings().keep();
            for (Origin pane : EnumSet.range(Origin.TIMELINE, Origin.BYTES)) {
                wiring.show(pane);
                WritableImage image = Picture.of(wiring.scene());
                Picture.write(image, PICTURES.resolve(theme.word() + "-" + pane + ".png"));
                assertTrue(colours(image).size() > 12, pane + " in " + theme);
            }
        });
    }

    private static Set<Integer> colours(WritableImage image) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 3) {
            for (int x = 0; x < image.getWidth(); x += 3) {
                colours.add(image.getPixelReader().getArgb(x, y));
            }
        }
        return colours;
    }
}
