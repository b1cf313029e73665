package whence.bytes.unpack;

import whence.bytes.Bytes;

/// A regular file in an archive.
///
/// @param path as cleaned: relative, `/` between names, no `.` or `..`
/// @param offset of its content in the archive
/// @param content a view into the archive; shorter than it should be where the archive ends early
public record Member(String path, long offset, Bytes content) {}
