/// The workbench: started here, wired here.
@NullMarked
package whence.app;

import org.jspecify.annotations.NullMarked;
