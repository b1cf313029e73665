package whence.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import whence.bytes.Bytes;
import whence.bytes.ShrunkException;
import whence.bytes.Watch;
import whence.evidence.Loss;
import whence.evidence.Ref;
import whence.session.manifest.Host;
import whence.session.manifest.Manifest;
import whence.session.manifest.SourceEntry;
import whence.session.notebook.Autosave;
import whence.session.notebook.Notebook;
import whence.session.open.Opened;
import whence.session.open.Opener;
import whence.session.open.Stored;
import whence.session.pack.Checksum;
import whence.session.pack.Pack;
import whence.source.printk.PrintkIndex;
import whence.symbols.Symbols;
import whence.symbols.facts.KernelVersion;
import whence.symbols.read.SymbolJoin;
import whence.timeline.Detail;
import whence.timeline.EventReader;
import whence.timeline.Events;
import whence.timeline.Input;
import whence.timeline.Texts;
import whence.timeline.Timeline;
import whence.timeline.clock.SessionClocks;
import whence.timeline.dating.Dating;

/// A captured session: its artifacts, and what was read of them so far.
///
/// Opening is quick; contents are unpacked and read when somebody asks, once, on the asking thread or several at a
/// time. Any thread. Whoever closes it has made everything let go of its bytes before.
public final class Session implements AutoCloseable {
    private static final String SHORTER = "the file became shorter while it was read";

    private final Opened opened;
    private final Map<String, Loaded> loaded = new LinkedHashMap<>();
    private final Notebook notebook;
    private final Sources sources;
    private final PrintkLists printk;
    private final Indexing indexing;
    private @Nullable Symbols symbols;

    private Session(Opened opened, Readers readers, Path stateHome) {
        this.opened = opened;
        this.notebook = new Notebook(opened.manifest().notebook(), Autosave.in(stateHome, Identity.of(opened)));
        Hints hints = new Hints(opened.manifest().host());
        for (Stored stored : opened.stored()) {
            loaded.put(stored.artifact().path(), new Loaded(stored, readers, hints));
        }
        this.printk = new PrintkLists(loaded.values());
        this.sources = new Sources(opened.manifest().sources(), loaded, printk);
        this.indexing = new Indexing(loaded.values(), opened.manifest().clocks(), new SessionTexts(this));
    }

    /// Opens `.whence` files, directories, archives and loose files as one session.
    ///
    /// @throws SessionException where a path does not exist, or nothing at all can be read
    public static Session open(List<Path> paths, Watch watch) throws SessionException {
        return open(paths, Autosave.stateHome(System.getenv()), watch);
    }

    /// The same, with the folder that keeps what the user noted and did not save: `$XDG_STATE_HOME`.
    public static Session open(List<Path> paths, Path stateHome, Watch watch) throws SessionException {
        Session session = new Session(Opener.open(paths, watch), Readers.known(), stateHome);
        try {
            Recognition.check(session, paths);
            return session;
        } catch (SessionException | RuntimeException failure) {
            session.close();
            throw failure;
        }
    }

    public Manifest manifest() {
        return opened.manifest();
    }

    /// In the order of the manifest, then by path; a derived artifact stands behind what it was unpacked from.
    public List<Artifact> artifacts() {
        return loaded.values().stream().map(Loaded::artifact).toList();
    }

    public Optional<Artifact> artifact(String path) {
        return Optional.ofNullable(loaded.get(path)).map(Loaded::artifact);
    }

    /// The content, decompressed; what could not be unpacked is missing at its end and among [#losses].
    public Bytes bytes(Artifact artifact) {
        return input(artifact).bytes();
    }

    /// The artifact as a reader gets it.
    public Input input(Artifact artifact) {
        return of(artifact.path()).input(Watch.NONE);
    }

    /// Who reads its events; empty for symbols, sources and everything else that holds none.
    public Optional<EventReader> reader(Artifact artifact) {
        return of(artifact.path()).reader(Watch.NONE);
    }

    /// The name of what it is: of what reads its events or symbols, else what the manifest calls it; empty where nobody
    /// says.
    public Optional<String> format(Artifact artifact) {
        return of(artifact.path()).format(Watch.NONE);
    }

    /// Whether anybody can make something of it.
    boolean recognised(Artifact artifact, Watch watch) {
        return of(artifact.path()).recognised(watch);
    }

    /// Its events; none where no reader knows it.
    public Events events(Artifact artifact, Watch watch) {
        return of(artifact.path()).events(watch);
    }

    /// The events of all artifacts, read on as many threads as there are processors, placed by [#clocks].
    public Timeline timeline(Watch watch) {
        return indexing.timeline(watch);
    }

    /// How the clocks of the artifacts go together: by what their records carry, and by the manifest's readings.
    public SessionClocks clocks(Watch watch) {
        return indexing.clocks(watch);
    }

    /// What was made of the artifacts whose stamps leave a date, a year or a zone open. Those that others date have
    /// times from then on; until somebody asks for this, the clocks or the timeline, [#events] gives them without.
    public List<Dating> datings(Watch watch) {
        return indexing.datings(watch);
    }

    /// What the artifacts say about symbols, joined; read when first asked.
    public synchronized Symbols symbols(Watch watch) {
        if (symbols == null) {
            List<Input> inputs = artifacts().stream().map(this::input).toList();
            Host host = manifest().host();
            String version = host.version();
            String release = host.release();
            Symbols joined = SymbolJoin.of(
                    inputs, KernelVersion.of(release == null ? "" : release, version == null ? "" : version), watch);
            symbols = joined.isEmpty() || release == null
                    ? joined
                    : DefinedInTree.ofKernel(sources(), release)
                            .map(joined::with)
                            .orElse(joined);
        }
        return symbols;
    }

    /// What the kernel that ran says itself it can print; empty where no such list was captured.
    public Optional<PrintkIndex> printkIndex(Watch watch) {
        return printk.index(watch);
    }

    /// The source trees: those the session carries, and those that were added. They heed the [#printkIndex].
    public List<LabelledSource> sources() {
        return sources.all();
    }

    /// Sources that the manifest names, that are not in the session and that nobody added.
    public List<SourceEntry> missingSources() {
        return sources.missing();
    }

    /// Adds a tree, or puts it in place of the session's of the same label: a directory, a file, a source archive, or
    /// `REPOSITORY@REVISION`.
    ///
    /// @throws SessionException where it does not exist or nothing of it can be read
    public synchronized void addSource(String label, String place, Watch watch) throws SessionException {
        sources.add(label, place, watch);
        symbols = null;
    }

    /// One line that says what the event is; where its file has become shorter since, that.
    public String text(Ref.Event event) {
        try {
            Loaded one = of(event.artifact());
            return one.reader(Watch.NONE)
                    .map(reader -> reader.text(one.input(Watch.NONE), one.events(Watch.NONE), event.ordinal()))
                    .orElse("");
        } catch (ShrunkException | InternalError shrunk) {
            return SHORTER;
        }
    }

    /// The texts of events, for filters.
    public Texts texts() {
        return new SessionTexts(this);
    }

    /// Everything the event says.
    public Detail detail(Ref.Event event) {
        try {
            Loaded one = of(event.artifact());
            return one.reader(Watch.NONE)
                    .map(reader -> reader.detail(one.input(Watch.NONE), one.events(Watch.NONE), event.ordinal()))
                    .orElseGet(() -> Detail.leaf("text", ""));
        } catch (ShrunkException | InternalError shrunk) {
            return Detail.leaf("text", SHORTER);
        }
    }

    /// What was lost in opening, and in everything read so far.
    public List<Loss> losses() {
        List<Loss> all = new ArrayList<>(opened.losses());
        loaded.values().forEach(one -> all.addAll(one.losses()));
        all.addAll(printk.losses());
        return List.copyOf(all);
    }

    /// Findings, assumptions and choices; every edit is kept at once in a file beside the session.
    public Notebook notebook() {
        return notebook;
    }

    /// Writes a session file with everything in it, the notebook too. The same content gives the same bytes.
    ///
    /// @throws IOException where the target cannot be written; an old file there stays as it was
    public void save(Path target, Watch watch) throws IOException {
        List<ObjectNode> log = notebook.log();
        Manifest noted = manifest().with(tree -> {
            tree.remove("notebook");
            if (!log.isEmpty()) {
                tree.putArray("notebook").addAll(log);
            }
            return tree;
        });
        Pack.write(opened.stored(), noted, target, watch);
        notebook.saved();
    }

    /// SHA-256 of an artifact's content, in hexadecimal digits.
    public String sha256(Artifact artifact, Watch watch) {
        return Checksum.sha256(bytes(artifact), watch);
    }

    private Loaded of(String path) {
        Loaded one = loaded.get(path);
        if (one == null) {
            throw new IllegalArgumentException("no artifact of this session: " + path);
        }
        return one;
    }

    @Override
    public void close() {
        opened.close();
    }
}
