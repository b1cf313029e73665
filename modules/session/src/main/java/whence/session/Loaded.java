package whence.session;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whence.bytes.Bytes;
import whence.bytes.CancelledException;
import whence.bytes.ShrunkException;
import whence.bytes.Watch;
import whence.bytes.unpack.Compression;
import whence.evidence.Loss;
import whence.evidence.Span;
import whence.session.open.Stored;
import whence.source.printk.PrintkIndex;
import whence.symbols.read.SymbolJoin;
import whence.symbols.read.SymbolReader;
import whence.timeline.EventReader;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Input;

/// One artifact with what was read of it so far: content, reader, events, each when it is first asked for.
final class Loaded {
    private static final System.Logger LOG = System.getLogger(Loaded.class.getName());

    private final Stored stored;
    private final Readers readers;
    private final Hints hints;
    private final List<Loss> losses = new ArrayList<>();
    private @Nullable Input input;
    private boolean chosen;
    private @Nullable EventReader reader;
    private @Nullable Events events;

    Loaded(Stored stored, Readers readers, Hints hints) {
        this.stored = stored;
        this.readers = readers;
        this.hints = hints;
    }

    Artifact artifact() {
        return stored.artifact();
    }

    synchronized Input input(Watch watch) {
        if (input == null) {
            input = new Input(artifact().path(), content(watch), hints.of(artifact()));
        }
        return input;
    }

    private Bytes content(Watch watch) {
        try {
            Bytes content = stored.content(watch);
            stored.trouble().ifPresent(why -> lose(Loss.Kind.TRUNCATED, content.size(), why));
            return content;
        } catch (IOException full) {
            lose(Loss.Kind.UNREADABLE, 0, "it could not be unpacked: " + full.getMessage());
            return Bytes.of(new byte[0]);
        }
    }

    synchronized Optional<EventReader> reader(Watch watch) {
        if (!chosen) {
            String format = artifact().format();
            reader = (format != null ? readers.named(format) : sniff(watch)).orElse(null);
            chosen = true;
        }
        return Optional.ofNullable(reader);
    }

    private Optional<EventReader> sniff(Watch watch) {
        try {
            return PrintkIndex.claims(input(watch).bytes())
                    ? Optional.empty()
                    : readers.sniff(input(watch), artifact().name());
        } catch (ShrunkException shrunk) {
            lose(Loss.Kind.TRUNCATED, shrunk.offset(), String.valueOf(shrunk.getMessage()));
        } catch (InternalError late) {
            loseLate();
        }
        return Optional.empty();
    }

    synchronized Events events(Watch watch) {
        if (events == null) {
            Optional<EventReader> known = reader(watch);
            if (known.isEmpty() && !recognised(watch)) {
                lose(Loss.Kind.UNREADABLE, 0, "no reader knows what this file is");
            }
            events = known.isPresent() ? read(known.get(), watch) : none();
        }
        return events;
    }

    /// Its events, read again with what the session found out; they are the artifact's from now on.
    ///
    /// @param found hints that the manifest does not give
    synchronized Events readAgain(Map<String, String> found, Watch watch) {
        Input before = input(watch);
        Map<String, String> hints = new LinkedHashMap<>(found);
        hints.putAll(before.hints());
        input = new Input(before.artifact(), before.bytes(), hints);
        events = null;
        return events(watch);
    }

    /// The name of what it is: of what reads it, else what the manifest calls it.
    synchronized Optional<String> format(Watch watch) {
        return reader(watch)
                .map(EventReader::format)
                .or(() -> Optional.ofNullable(artifact().format()))
                .or(() -> {
                    try {
                        return PrintkIndex.claims(input(watch).bytes())
                                ? Optional.of(PrintkIndex.FORMAT)
                                : SymbolJoin.reader(input(watch)).map(SymbolReader::format);
                    } catch (ShrunkException | InternalError shrunk) {
                        return Optional.empty();
                    }
                });
    }

    /// Whether anybody can make something of it: a reader of events or symbols, or a person, because it is text. A
    /// compressed file is, since what is derived from it stands beside it.
    synchronized boolean recognised(Watch watch) {
        Input whole = input(watch);
        try {
            return artifact().format() != null
                    || reader(watch).isPresent()
                    || Compression.of(whole.bytes()).isPresent()
                    || Recognition.text(whole.bytes())
                    || SymbolJoin.reader(whole).isPresent();
        } catch (ShrunkException | InternalError shrunk) {
            return false;
        }
    }

    private Events read(EventReader known, Watch watch) {
        try {
            Input whole = input(watch);
            return known.read(whole, watch).numbered(whole.errors());
        } catch (CancelledException cancelled) {
            throw cancelled;
        } catch (ShrunkException shrunk) {
            lose(Loss.Kind.TRUNCATED, shrunk.offset(), String.valueOf(shrunk.getMessage()));
        } catch (InternalError late) {
            loseLate();
        } catch (RuntimeException fault) {
            // A reader promises not to throw; where one breaks that, it costs its artifact and not the session.
            LOG.log(
                    Level.ERROR,
                    "the reader of " + known.format() + " failed on "
                            + artifact().path(),
                    fault);
            lose(Loss.Kind.UNREADABLE, 0, "the reader of " + known.format() + " failed: " + fault);
        }
        return none();
    }

    private Events none() {
        return new EventsBuilder(artifact().path()).build();
    }

    /// What was lost so far, in unpacking and in reading.
    synchronized List<Loss> losses() {
        List<Loss> all = new ArrayList<>(losses);
        if (events != null) {
            all.addAll(events.losses());
        }
        return all;
    }

    /// Compiled code may deliver the fault of a shrunk mapping some instructions behind the access, outside [Bytes].
    private void loseLate() {
        lose(Loss.Kind.TRUNCATED, 0, "the file became shorter while it was read");
    }

    private void lose(Loss.Kind kind, long offset, String why) {
        losses.add(new Loss(new Span(artifact().path(), Span.NO_LINE, offset, 0), kind, Loss.UNKNOWN, why));
    }
}
