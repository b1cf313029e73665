package whence.app.session;

import java.io.IOException;
import whence.app.model.Indexes;
import whence.source.cache.SourceCache;

/// The user's cache of source indexes.
public record SourceIndexes(SourceCache cache) implements Indexes {
    public static SourceIndexes ofUser() {
        return new SourceIndexes(SourceCache.ofUser());
    }

    @Override
    public Kept kept() {
        return new Kept(cache.folder().toString(), cache.kept().size(), cache.bytes());
    }

    @Override
    public void empty() throws IOException {
        cache.empty();
    }
}
