/// Text of a program with a margin, behind one class.
@NullMarked
package whence.app.code;

import org.jspecify.annotations.NullMarked;
