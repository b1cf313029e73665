/// The window around the panes.
@NullMarked
package whence.app.view.shell;

import org.jspecify.annotations.NullMarked;
