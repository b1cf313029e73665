/// A list of any length: its cost does not depend on where in it one looks.
@NullMarked
package whence.app.rows;

import org.jspecify.annotations.NullMarked;
