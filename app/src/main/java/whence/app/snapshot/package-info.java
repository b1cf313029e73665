/// Pictures of the window, taken without a screen.
@NullMarked
package whence.app.snapshot;

import org.jspecify.annotations.NullMarked;
