/// One walk over the tokens of a file, which finds functions, calls, strings, macros and enumerators as it goes.
@org.jspecify.annotations.NullMarked
package whence.source.scan;
