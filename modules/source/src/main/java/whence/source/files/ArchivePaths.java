package whence.source.files;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Paths in the tree from paths in an archive: without the folder that a release is packed in (`linux-6.1/`).
final class ArchivePaths {
    private static final Set<String> KERNEL_FOLDERS = Set.of(
            "arch",
            "block",
            "certs",
            "crypto",
            "Documentation",
            "drivers",
            "fs",
            "include",
            "init",
            "io_uring",
            "ipc",
            "kernel",
            "lib",
            "mm",
            "net",
            "rust",
            "samples",
            "scripts",
            "security",
            "sound",
            "tools",
            "usr",
            "virt");

    private @Nullable String packedIn;

    /// The path in the tree; empty for a name that leads out of it.
    Optional<String> inTree(String name) {
        String path = name.startsWith("./") ? name.substring(2) : name;
        if (path.startsWith("/") || path.equals("..") || path.contains("../")) {
            return Optional.empty();
        }
        if (packedIn == null && !path.isEmpty()) {
            int slash = path.indexOf('/');
            String first = slash < 0 ? "" : path.substring(0, slash);
            packedIn = KERNEL_FOLDERS.contains(first) || first.isEmpty() ? "" : first + "/";
        }
        String folder = packedIn == null ? "" : packedIn;
        return Optional.of(path.startsWith(folder) ? path.substring(folder.length()) : path);
    }
}
