/// Names and their copies.
@NullMarked
package whence.app.view.symbols;

import org.jspecify.annotations.NullMarked;
