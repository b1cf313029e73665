package whence.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import whence.app.model.Capture;
import whence.app.session.SessionOpener;
import whence.bytes.Watch;

/// The sessions that come with the program.
final class Samples {
    private Samples() {}

    static Path file(String name) {
        Path root = Path.of(Objects.requireNonNullElse(System.getProperty("whence.root"), ".."));
        return root.resolve("sample-sessions").resolve(name + ".whence");
    }

    static Capture open(String name) {
        try {
            return new SessionOpener(Map.of()).open(List.of(file(name)), Watch.NONE);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
