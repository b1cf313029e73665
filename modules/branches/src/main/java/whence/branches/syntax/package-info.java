/// One function body as statements and expressions: tolerant, without a preprocessor run. What cannot be read
/// becomes an unknown statement with its lines.
package whence.branches.syntax;
