package whence.app.snapshot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import whence.app.model.Origin;
import whence.app.model.Theme;

/// What a picture is to show.
///
/// @param step of the trail, from 1; 0 for the first thing shown after opening
/// @param panes brought forward, in this order
public record Order(List<Path> files, Path target, Theme theme, int step, List<Origin> panes, int width, int height) {
    static final String USAGE =
            "usage: Snapshot SESSION... OUT.png [--theme light|dark|high-contrast] [--step N] [--pane NAME]... [--size 1600x1000]";

    public Order {
        files = List.copyOf(files);
        panes = List.copyOf(panes);
    }

    /// Reads a command line.
    ///
    /// @throws IllegalArgumentException with a sentence for people
    static Order parse(List<String> arguments) {
        List<Path> paths = new ArrayList<>();
        List<Origin> panes = new ArrayList<>();
        Theme theme = Theme.LIGHT;
        int step = 0;
        String[] size = {"1600", "1000"};
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            switch (word) {
                case "--theme" -> theme = Theme.of(value(arguments, ++i));
                case "--step" -> step = Integer.parseInt(value(arguments, ++i));
                case "--pane" -> panes.add(Origin.valueOf(value(arguments, ++i).toUpperCase(Locale.ROOT)));
                case "--size" -> size = value(arguments, ++i).split("x", 2);
                default -> paths.add(Path.of(word));
            }
        }
        if (paths.isEmpty()) {
            throw new IllegalArgumentException(USAGE);
        }
        Path target = paths.removeLast();
        return new Order(
                paths, target, theme, step, panes, Integer.parseInt(size[0]), Integer.parseInt(size[size.length - 1]));
    }

    private static String value(List<String> arguments, int at) {
        if (at >= arguments.size()) {
            throw new IllegalArgumentException(USAGE);
        }
        return arguments.get(at);
    }
}
