package whence.app.task;

import whence.bytes.Watch;

/// Something that takes a while.
@FunctionalInterface
public interface Work<T> {
    /// Any exception becomes the text that the pane shows.
    T run(Watch watch) throws Exception;
}
