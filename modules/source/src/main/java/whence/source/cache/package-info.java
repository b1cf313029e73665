/// Indexes of trees on disk: files that are written once, named by what they hold, mapped, and thrown away when
/// damaged.
@org.jspecify.annotations.NullMarked
package whence.source.cache;
