/// What the panes show and where the user looks; no nodes.
@NullMarked
package whence.app.model;

import org.jspecify.annotations.NullMarked;
