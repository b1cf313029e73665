/// What to do with files that are added to an open session.
@NullMarked
package whence.app.view.add;

import org.jspecify.annotations.NullMarked;
