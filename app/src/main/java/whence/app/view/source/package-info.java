/// Source with the exits in its margin.
@NullMarked
package whence.app.view.source;

import org.jspecify.annotations.NullMarked;
