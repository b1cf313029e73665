/// Everything the user can do, once: menus, keys, palette and key help come from it.
@NullMarked
package whence.app.action;

import org.jspecify.annotations.NullMarked;
