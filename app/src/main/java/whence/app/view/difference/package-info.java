/// Two versions of a function side by side.
@NullMarked
package whence.app.view.difference;

import org.jspecify.annotations.NullMarked;
