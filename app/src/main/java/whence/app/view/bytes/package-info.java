/// The bytes that evidence points at.
@NullMarked
package whence.app.view.bytes;

import org.jspecify.annotations.NullMarked;
