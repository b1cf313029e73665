/// The steps from a lead to its verdict.
@NullMarked
package whence.app.view.trail;

import org.jspecify.annotations.NullMarked;
