package whence.app;

import java.nio.file.Path;
import java.util.List;
import whence.app.model.Capture;
import whence.bytes.Watch;

/// Opens files as one capture.
@FunctionalInterface
interface Opener {
    /// Off the JavaFX thread; any exception's message is what the user reads.
    Capture open(List<Path> files, Watch watch) throws Exception;
}
