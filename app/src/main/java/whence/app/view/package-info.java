/// The panes; each in a package of its own.
@NullMarked
package whence.app.view;

import org.jspecify.annotations.NullMarked;
