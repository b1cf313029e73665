package whence.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;
import whence.cli.command.input.ExitStatus;
import whence.cli.command.input.Question;
import whence.cli.text.Page;
import whence.report.json.Json;
import whence.source.cache.SourceCache;

/// `whence cache`
@Command(
        name = "cache",
        description = "Where indexes of source trees are kept and what they take; --empty removes them.")
public final class CacheCommand extends Question {
    @Option(names = "--empty", description = "remove them all; they are made anew when a tree is opened")
    private boolean empty;

    @Option(names = "--folder", paramLabel = "PATH", description = "another folder than the user's")
    private @Nullable Path folder;

    @Override
    public Integer call() throws IOException {
        SourceCache cache = folder == null ? SourceCache.ofUser() : new SourceCache(folder);
        long before = cache.bytes();
        if (empty) {
            cache.empty();
        }
        if (common.json()) {
            common.print(streams, json(cache, before));
        } else {
            print(common.page(streams), cache, before);
        }
        return ExitStatus.DONE;
    }

    private ObjectNode json(SourceCache cache, long before) {
        ObjectNode document = Json.document()
                .put("folder", cache.folder().toString())
                .put("bytes", Long.toString(cache.bytes()))
                .put("removed_bytes", Long.toString(before - cache.bytes()));
        document.set("indexes", Json.array(cache.kept(), kept -> {
            ObjectNode node =
                    Json.object().put("bytes", Long.toString(kept.bytes())).put("last_used", day(kept));
            node.set("places", Json.texts(kept.places()));
            return node;
        }));
        return document;
    }

    private void print(Page page, SourceCache cache, long before) {
        page.line(cache.folder() + ": " + megabytes(cache.bytes()));
        if (empty) {
            page.line("  " + megabytes(before - cache.bytes()) + " removed");
        }
        for (SourceCache.Kept kept : cache.kept()) {
            List<String> places = kept.places().isEmpty() ? List.of("a tree as it was before") : kept.places();
            page.line("  " + megabytes(kept.bytes()) + "  " + day(kept) + "  " + Page.safe(String.join(", ", places)));
        }
        if (!empty && before > 0) {
            page.line("  whence cache --empty removes it all; nothing but time is lost");
        }
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    private static String day(SourceCache.Kept kept) {
        return Instant.ofEpochMilli(kept.lastUsed()).toString().substring(0, 10);
    }
}
