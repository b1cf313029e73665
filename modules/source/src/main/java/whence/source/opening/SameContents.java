package whence.source.opening;

import java.util.Map;
import whence.source.files.DirectoryFiles;
import whence.source.files.FolderLooks.Look;
import whence.source.index.table.Hash;

/// Tells a tree that was only touched (checked out again, copied, written just now) from one that was edited, by
/// reading what looks different.
record SameContents(DirectoryFiles directory) {

    boolean as(Map<String, Look> then, Map<String, Look> now) {
        return then.keySet().equals(now.keySet())
                && now.entrySet().stream().allMatch(file -> same(file.getKey(), file.getValue(), then));
    }

    private boolean same(String path, Look now, Map<String, Look> then) {
        Look before = then.get(path);
        if (before == null || now.sameAs(before)) {
            return before != null;
        }
        return before.contentHash() != 0
                && before.size() == now.size()
                && directory
                        .read(path)
                        .filter(read -> Hash.content(read) == before.contentHash())
                        .isPresent();
    }
}
