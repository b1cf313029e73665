/// The kernel's own list of what it can print: `/sys/kernel/debug/printk/index/`.
@org.jspecify.annotations.NullMarked
package whence.source.printk;
