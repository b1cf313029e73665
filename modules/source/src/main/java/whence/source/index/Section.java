package whence.source.index;

/// The parts of an image, in the order they stand in it.
public enum Section {
    /// Paths of the files.
    PATHS,
    /// Names that are called, defined or assigned, as strings.
    NAMES,
    /// Hash table of the names.
    NAME_TABLE,
    /// Texts of string literals, as strings.
    TEXTS,
    /// Content hash, shard and first function of every file.
    FILES,
    /// What stands in each file.
    SHARDS,
    /// Which files define a name as a function.
    DEFINITIONS,
    /// Which files define a name as a macro or an enumerator, by hash.
    CONSTANTS,
    /// What prints to the log, and in which argument its format stands.
    PRINTERS,
    /// What is handed to statements in few files: a [Holder] and a file, pairs in order.
    HANDED,
    /// Which files state a text as a format that is printed.
    STATEMENTS,
    /// Texts by the rarest of their words.
    ANCHORS,
    /// Texts by all of their words.
    WORDS
}
