/// The opened session as the panes ask for it.
@NullMarked
package whence.app.session;

import org.jspecify.annotations.NullMarked;
