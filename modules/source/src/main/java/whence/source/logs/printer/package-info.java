/// What prints: functions and macros found by fixpoint from the roots, and what each of them puts around a text.
@org.jspecify.annotations.NullMarked
package whence.source.logs.printer;
