package whence.source.files;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import whence.bytes.Watch;
import whence.evidence.Loss;

/// Files that are in memory already: snippets, the excerpts of a session. All of them are taken for C, whatever their
/// names.
public final class MemoryFiles implements Files {
    private final TreeMap<String, byte[]> files;

    public MemoryFiles(Map<String, byte[]> files) {
        this.files = new TreeMap<>(files);
    }

    @Override
    public String place() {
        return "memory";
    }

    @Override
    public void each(Reader reader, Watch watch) throws java.io.IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            watch.check();
            reader.file(file.getKey(), file.getValue(), file.getValue().length);
        }
    }

    @Override
    public Optional<byte[]> read(String path) {
        return Optional.ofNullable(files.get(path));
    }

    @Override
    public List<Loss> losses() {
        return List.of();
    }

    @Override
    public void close() {}
}
