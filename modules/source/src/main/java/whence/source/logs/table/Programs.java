package whence.source.logs.table;

import java.util.List;
import whence.source.index.facts.Shard;

/// Files of a kernel tree that are no part of the kernel: programs that build it or work with it. What they print goes
/// to a terminal.
final class Programs {
    private static final List<String> FOLDERS = List.of("tools", "scripts", "selftests");

    private Programs() {}

    /// Whether a file belongs to a program: it stands in a folder of such, or has the function that one begins with.
    ///
    /// @param main number of the name `main`, -1 where no file has it
    static boolean has(String path, Shard shard, int main) {
        for (String folder : path.split("/", -1)) {
            if (FOLDERS.contains(folder)) {
                return true;
            }
        }
        for (int function = 0; main >= 0 && function < shard.functions(); function++) {
            if (shard.name(function) == main) {
                return true;
            }
        }
        return false;
    }
}
