/// Who can reach a function, and what printed a line.
@NullMarked
package whence.app.view.callers;

import org.jspecify.annotations.NullMarked;
