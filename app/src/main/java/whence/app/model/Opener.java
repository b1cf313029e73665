package whence.app.model;

import java.nio.file.Path;
import java.util.List;
import whence.bytes.Watch;

/// Opens files as captures, and adds to what is open. Off the JavaFX thread; any exception's message is what the user
/// reads.
@FunctionalInterface
public interface Opener {
    Capture open(List<Path> files, Watch watch) throws Exception;

    /// The same session with one tree more. Both go by the same files: the old capture is not to be closed.
    ///
    /// @param place a folder, a file, an archive, or `REPOSITORY@REVISION`
    default Capture addSource(Capture to, String label, String place, Watch watch) throws Exception {
        throw new UnsupportedOperationException("Nothing can be added to this capture.");
    }

    /// A session of the same files and more, with what was noted in the old one, which is to be closed.
    default Capture addFiles(Capture to, List<Path> files, Watch watch) throws Exception {
        throw new UnsupportedOperationException("Nothing can be added to this capture.");
    }
}
