/// The exits against the facts, a cell for each.
@NullMarked
package whence.app.view.board;

import org.jspecify.annotations.NullMarked;
