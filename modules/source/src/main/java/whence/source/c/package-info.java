/// C as text: tokens, preprocessor groups, and the line numbers a file states. Nothing here expands macros or follows
/// includes.
package whence.source.c;
