/// Work off the JavaFX thread, and the one way back onto it.
@NullMarked
package whence.app.task;

import org.jspecify.annotations.NullMarked;
