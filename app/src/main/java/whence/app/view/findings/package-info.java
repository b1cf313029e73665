/// Claims the user keeps.
@NullMarked
package whence.app.view.findings;

import org.jspecify.annotations.NullMarked;
