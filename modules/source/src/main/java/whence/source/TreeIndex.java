package whence.source;

import java.io.IOException;
import java.util.Map;
import whence.bytes.Watch;
import whence.source.files.Files;
import whence.source.index.Image;
import whence.source.index.ImageParts;
import whence.source.index.IndexBuilder;
import whence.source.logs.StatementTable;

/// Gets the image of a tree.
final class TreeIndex {
    private TreeIndex() {}

    static Image open(Files files, Map<String, Integer> lineShifts, Watch watch) throws IOException {
        IndexBuilder builder = new IndexBuilder();
        files.each((path, bytes) -> builder.add(path, bytes, lineShifts.getOrDefault(path, 0)), watch);
        ImageParts parts = builder.finish();
        StatementTable.add(parts);
        return parts.onHeap();
    }
}
