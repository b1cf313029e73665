package whence.branches.inside;

/// One instruction of a compiled function, with the line of the source it was made from.
///
/// @param offset bytes behind the function's start: what a probe at `function+0x1f` names
/// @param file as the debug information writes it, often with the folder of the build in front
/// @param line from 1; 0 where the compiler says none
/// @param conditional whether it goes one of two ways: a place that decides
public record Instruction(long offset, String file, int line, boolean conditional) {
    /// Whether it was made from a line of this file of the tree.
    public boolean from(String path, int of) {
        return line == of && (file.equals(path) || file.endsWith("/" + path));
    }
}
