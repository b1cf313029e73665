package whence.logs.journal.print;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whence.bytes.MappedFile;
import whence.bytes.Watch;
import whence.evidence.Loss;
import whence.evidence.Span;
import whence.logs.journal.JournalFolder;
import whence.logs.journal.file.JournalFile;
import whence.logs.journal.file.Offsets;
import whence.logs.journal.file.Payloads;
import whence.logs.journal.search.Merge;
import whence.logs.journal.search.MessageFilter;
import whence.logs.journal.search.Sources;
import whence.logs.line.Shortened;

/// Prints journal files as journalctl does, in its order and each entry once, damaged files as far as they can be
/// read.
public final class JournalPrinter {
    /// How entries are printed.
    public enum Form {
        /// A line each, times in UTC, what cannot be printed escaped.
        SHORT,
        /// `journalctl -o json`, an object a line.
        JSON,
        /// `journalctl -o export`, byte for byte.
        EXPORT,
        /// Messages alone, their bytes as they are.
        CAT;

        EntryForm form() {
            return switch (this) {
                case SHORT -> new ShortForm();
                case JSON -> new JsonForm();
                case EXPORT -> new ExportForm();
                case CAT -> new CatForm();
            };
        }
    }

    /// What was printed.
    ///
    /// @param entries how many
    /// @param losses what could not be read; artifacts are named by the paths as they were given
    public record Printed(long entries, List<Loss> losses) {}

    private JournalPrinter() {}

    /// Prints all entries of `paths`, which are journal files, or directories of them as systemd lays them out.
    ///
    /// @param grep prints only entries whose message this regular expression finds; without capitals it finds both
    /// cases
    /// @throws IOException where a path does not exist or cannot be read at all, or `out` takes no more
    /// @throws java.util.regex.PatternSyntaxException where `grep` is no regular expression
    public static Printed print(List<Path> paths, Form form, OutputStream out, Optional<String> grep, Watch watch)
            throws IOException {
        List<MappedFile> open = new ArrayList<>();
        try {
            List<Loss> losses = new ArrayList<>();
            List<Merge.Named> files = new ArrayList<>();
            for (Path path : JournalFolder.files(paths)) {
                MappedFile file = MappedFile.open(path);
                open.add(file);
                if (JournalFile.isOne(file.bytes())) {
                    files.add(new Merge.Named(path.toString(), JournalFile.of(file.bytes())));
                } else {
                    Span all = new Span(
                            path.toString(), Span.NO_LINE, 0, file.bytes().size());
                    losses.add(new Loss(all, Loss.Kind.UNREADABLE, Loss.UNKNOWN, "this is no journal file"));
                }
            }
            Printed printed = printFiles(files, form, out, grep, watch);
            losses.addAll(printed.losses());
            return new Printed(printed.entries(), List.copyOf(losses));
        } finally {
            open.forEach(MappedFile::close);
        }
    }

    /// Prints files that are open already.
    static Printed printFiles(List<Merge.Named> files, Form form, OutputStream out, Optional<String> grep, Watch watch)
            throws IOException {
        Sources sources = Sources.of(files, grep, watch);
        Merge merge = new Merge(sources.entries());
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < merge.feeds(); i++) {
            pages.add(new Page(merge.file(i), form, grep, sources.wanted(i)));
        }
        Sink sink = new Sink(out);
        long printed = 0;
        for (long done = 0; merge.next(); done++) {
            if ((done & 0xfff) == 0) {
                watch.check();
                watch.progress(done, merge.total());
            }
            int before = sink.length();
            Page page = pages.get(merge.feed());
            Shortened.guard(() -> page.print(merge.entry(), sink), offset -> {
                sink.cutTo(before);
                merge.giveUp(offset);
            });
            printed += sink.length() > before ? 1 : 0;
            sink.breathe();
        }
        sink.flush();
        List<Loss> losses = new ArrayList<>(sources.losses());
        losses.addAll(merge.losses());
        return new Printed(printed, List.copyOf(losses));
    }

    /// One file on its way out.
    private static final class Page {
        private final JournalFile file;
        private final Payloads payloads;
        private final EntryForm form;
        private final @Nullable MessageFilter filter;
        private final @Nullable Offsets wanted;
        private int next;

        Page(JournalFile file, Form form, Optional<String> grep, @Nullable Offsets wanted) {
            this.file = file;
            this.payloads = new Payloads(file);
            this.form = form.form();
            this.filter = grep.map(MessageFilter::new).orElse(null);
            this.wanted = wanted;
        }

        void print(long entry, Sink sink) {
            if ((wanted == null || isWanted(wanted, entry))
                    && (filter == null || filter.wants(file, entry, payloads))) {
                form.write(file, entry, payloads, sink);
            }
        }

        private boolean isWanted(Offsets offsets, long entry) {
            while (next < offsets.count() && offsets.get(next) < entry) {
                next++;
            }
            return next < offsets.count() && offsets.get(next) == entry;
        }
    }
}
