/// The exits of a function against the facts.
@NullMarked
package whence.app.view.exits;

import org.jspecify.annotations.NullMarked;
