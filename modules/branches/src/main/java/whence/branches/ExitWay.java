package whence.branches;

import java.util.List;

/// Where an exit lies in the graph of one reading.
///
/// @param reading which form of the body, where preprocessor groups give it several
/// @param node the return
/// @param commit the jump that decided it; -1 for none
/// @param definitions numbers of the assignments that reach it
public record ExitWay(int reading, int node, int commit, List<Integer> definitions) {}
