/// What one event says, opened.
@NullMarked
package whence.app.view.call;

import org.jspecify.annotations.NullMarked;
