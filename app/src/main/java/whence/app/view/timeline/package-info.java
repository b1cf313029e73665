/// All events.
@NullMarked
package whence.app.view.timeline;

import org.jspecify.annotations.NullMarked;
