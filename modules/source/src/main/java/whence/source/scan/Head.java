package whence.source.scan;

/// The head of a function definition, as token numbers.
///
/// @param declaration its first token
/// @param name the word before the parameters; for `SYSCALL_DEFINE3(bpf, …)` that is the macro
/// @param open the `(` of the parameters
/// @param close the `)` of the parameters
/// @param body the `{`
/// @param macro whether nothing but a macro call stands before the body, so that the parameters are the macro's
public record Head(int declaration, int name, int open, int close, int body, boolean macro) {}
