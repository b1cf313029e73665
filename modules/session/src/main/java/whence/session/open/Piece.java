package whence.session.open;

import whence.bytes.Bytes;

/// A file as it was found, in a directory, in an archive or by itself, before anybody knows what it is.
///
/// @param path relative to what was opened, `/` between names
record Piece(String path, Bytes raw) {}
