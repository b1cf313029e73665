/// Where the files of a tree come from: memory, a directory, an archive, a revision of a git repository.
@org.jspecify.annotations.NullMarked
package whence.source.files;
