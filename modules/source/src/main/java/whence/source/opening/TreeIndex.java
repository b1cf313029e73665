package whence.source.opening;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.bytes.MappedFile;
import whence.bytes.Watch;
import whence.evidence.Loss;
import whence.source.cache.SourceCache;
import whence.source.files.Files;
import whence.source.files.MemoryFiles;
import whence.source.index.Image;
import whence.source.index.ImageParts;
import whence.source.index.IndexBuilder;
import whence.source.logs.table.StatementTable;

/// The image of a tree, and the file of the cache that it is mapped from.
///
/// @param image of the tree
/// @param mapped to be closed with the tree; null where the image is on the heap
/// @param losses what could not be read when a kept image was made
public record TreeIndex(Image image, @Nullable MappedFile mapped, List<Loss> losses) implements AutoCloseable {

    /// From the cache where that fits, else built, with what an earlier image of the place knew.
    public static TreeIndex of(Files files, Map<String, Integer> lineShifts, SourceCache cache, Watch watch)
            throws IOException {
        return files instanceof MemoryFiles
                ? onHeap(files, lineShifts, watch)
                : new CachedIndex(files, cache).open(watch);
    }

    /// Built from the files alone, onto the heap, where nothing can damage it; the cache is given what was built.
    public static TreeIndex anew(Files files, Map<String, Integer> lineShifts, SourceCache cache) throws IOException {
        return files instanceof MemoryFiles
                ? onHeap(files, lineShifts, Watch.NONE)
                : new CachedIndex(files, cache).anew(Watch.NONE);
    }

    private static TreeIndex onHeap(Files files, Map<String, Integer> lineShifts, Watch watch) throws IOException {
        IndexBuilder builder = new IndexBuilder();
        files.each((path, bytes, length) -> builder.add(path, bytes, length, lineShifts.getOrDefault(path, 0)), watch);
        return new TreeIndex(complete(builder).onHeap(), null, List.of());
    }

    /// Everything a tree's image has, from what a builder was given.
    static ImageParts complete(IndexBuilder builder) {
        ImageParts parts = builder.finish();
        StatementTable.add(parts);
        return parts;
    }

    /// The image of a tree of which nothing can be read.
    public static TreeIndex empty() {
        return new TreeIndex(complete(new IndexBuilder()).onHeap(), null, List.of());
    }

    @Override
    public void close() {
        if (mapped != null) {
            mapped.close();
        }
    }
}
