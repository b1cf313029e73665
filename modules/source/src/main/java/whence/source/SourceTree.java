package whence.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import whence.bytes.Watch;
import whence.evidence.Loss;
import whence.source.cache.SourceCache;
import whence.source.files.Files;
import whence.source.files.MemoryFiles;
import whence.source.index.table.DamagedException;
import whence.source.opening.TreeIndex;
import whence.source.opening.TreePlace;
import whence.source.printk.PrintkIndex;

/// One tree of kernel source under a label; every answer names it. May be asked from several threads.
///
/// A few excerpts of a session and a whole distribution tree answer alike; only the time it takes to open differs.
public final class SourceTree implements AutoCloseable {
    private final String label;
    private volatile @Nullable PrintkIndex printkIndex;
    private final Files files;
    private final Map<String, Integer> lineShifts;
    private final Map<String, Optional<SourceFile>> parsed = new ConcurrentHashMap<>();
    private final SourceCache cache;
    private final List<Loss> losses = Collections.synchronizedList(new ArrayList<>());
    private final List<Answers> discarded = new ArrayList<>();
    private volatile Answers answers;

    private SourceTree(String label, Files files, Map<String, Integer> lineShifts, SourceCache cache, Watch watch)
            throws IOException {
        this.label = label;
        this.files = files;
        this.lineShifts = Map.copyOf(lineShifts);
        this.cache = cache;
        this.answers = opened(TreeIndex.of(files, lineShifts, cache, watch));
    }

    private Answers opened(TreeIndex index) {
        try {
            return new Answers(this, index);
        } catch (DamagedException damaged) {
            index.close();
            return new Answers(this, anew());
        }
    }

    /// Opens what a user named: a directory, a source archive, a single file, or `REPOSITORY@REVISION`.
    ///
    /// @throws IOException where it does not exist or nothing of it can be read; the message is for the user
    public static SourceTree open(String label, String place, Watch watch) throws IOException {
        return new SourceTree(label, TreePlace.files(place), Map.of(), SourceCache.ofUser(), watch);
    }

    /// Opens a directory, a source archive or a single file.
    public static SourceTree open(String label, Path place, Watch watch) throws IOException {
        return new SourceTree(label, TreePlace.files(place), Map.of(), SourceCache.ofUser(), watch);
    }

    /// The same with a cache of the caller's choice.
    public static SourceTree open(String label, String place, SourceCache cache, Watch watch) throws IOException {
        return new SourceTree(label, TreePlace.files(place), Map.of(), cache, watch);
    }

    /// A tree out of files in memory, by their paths in the kernel tree: what a session carries.
    public static SourceTree of(String label, Map<String, byte[]> files) {
        return of(label, files, Map.of());
    }

    /// The same, with what to add to the line numbers of each excerpt that carries no `#line` of its own.
    public static SourceTree of(String label, Map<String, byte[]> files, Map<String, Integer> lineShifts) {
        try {
            return new SourceTree(label, new MemoryFiles(files), lineShifts, SourceCache.ofUser(), Watch.NONE);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// A tree of one snippet.
    public static SourceTree snippet(String label, String path, String text) {
        return of(label, Map.of(path, text.getBytes(StandardCharsets.UTF_8)));
    }

    /// Asks the image. Where that turns out to be damaged, it is built anew from the files, and asked again.
    <T> T ask(java.util.function.Function<Answers, T> question) {
        Answers asked = answers;
        try {
            return question.apply(asked);
        } catch (DamagedException damaged) {
            return question.apply(instead(asked, damaged));
        }
    }

    private synchronized Answers instead(Answers damaged, DamagedException why) {
        if (answers == damaged) {
            System.getLogger("whence.source")
                    .log(System.Logger.Level.WARNING, "the index of " + label + " is built anew: " + why.getMessage());
            // Others may still be reading the old one: it is closed with the tree.
            discarded.add(damaged);
            answers = new Answers(this, anew());
        }
        return answers;
    }

    private TreeIndex anew() {
        try {
            return TreeIndex.anew(files, lineShifts, cache);
        } catch (IOException gone) {
            losses.add(Files.loss(label, "the tree cannot be read again: " + gone.getMessage()));
            return TreeIndex.empty();
        }
    }

    private int shift(String path) {
        return lineShifts.getOrDefault(path, 0);
    }

    public String label() {
        return label;
    }

    /// Every definition in the tree, in the order of files and places.
    public List<Function> functions() {
        return ask(now -> {
            List<Function> all = new ArrayList<>();
            for (int file = 0; file < now.image.files(); file++) {
                all.addAll(now.definitions.of(file));
            }
            return all;
        });
    }

    /// All definitions of a name: in several files, in both branches of an `#ifdef`. A system call is found by
    /// `SYSCALL_DEFINE3(bpf)`, `bpf`, `sys_bpf`, `__do_sys_bpf`, `__x64_sys_bpf`.
    public List<Function> function(String name) {
        return ask(now -> now.definitions.named(name));
    }

    /// Functions whose name contains a text, best first: those that are it, those that begin with it, the rest.
    public List<Function> search(String text, int most) {
        return ask(now -> now.definitions.search(text, most));
    }

    /// The statements that can have printed a line of a kernel log, given as the log has it or as the message alone.
    /// Where the kernel's own index knows the line, and the tree has the function where that says, it alone speaks.
    public LineMatch match(String line) {
        PrintkIndex index = printkIndex;
        List<Site> listed = index == null ? List.of() : new ListedSites(this, index).of(line);
        return listed.isEmpty()
                ? ask(now -> now.matcher.match(label, line))
                : new LineMatch(line, LineMatch.Certainty.PRINTS, listed);
    }

    /// From now on what this index says of a line goes before what is found in the tree.
    public void heed(PrintkIndex index) {
        printkIndex = index;
    }

    /// The same for a line as bytes; what is no UTF-8 in it is looked at as such.
    public LineMatch match(byte[] line) {
        return match(new String(line, StandardCharsets.UTF_8));
    }

    /// For `[33B blob data]`, all that journalctl shows of a message with unprintable bytes: the statements that
    /// print exactly so many bytes with such a byte among them, as far as their arguments are constants.
    public LineMatch matchLength(int bytes) {
        return ask(now -> now.matcher.matchLength(label, bytes));
    }

    /// Who calls whom; made when it is first asked for, which takes a second for a whole tree.
    public CallGraph calls() {
        return new CallGraph(this);
    }

    /// Files that may define a name as a macro or an enumerator: now and then one too many, never one too few.
    public List<String> pathsDefining(String name) {
        return ask(now ->
                now.image.constantFiles(name).stream().map(now.image::path).toList());
    }

    /// All `#define` lines of a name, in the order of their files; read when asked.
    public List<Macro> macros(String name) {
        return pathsDefining(name).stream()
                .flatMap(path -> file(path).stream())
                .flatMap(file -> new Macros(file).named(name).stream())
                .toList();
    }

    /// The files that compile a file's functions a second time by including it, under the names they give them.
    public List<Instance> instances(String path) {
        return ask(now -> new Instances(this, now.image).of(path));
    }

    /// By the path of each file that other files include by a path relative to their folder: those files.
    public Map<String, Set<String>> includers() {
        return ask(now -> new Instances(this, now.image).includers());
    }

    /// Paths of all files, in their order.
    public List<String> paths() {
        return ask(now -> now.image.allPaths());
    }

    /// A file of the tree cut into tokens, with its line numbers and functions; empty where there is none.
    public Optional<SourceFile> file(String path) {
        return parsed.computeIfAbsent(
                path, wanted -> bytes(wanted).map(b -> SourceFile.of(label, wanted, b, shift(wanted))));
    }

    /// The file a function stands in.
    public SourceFile file(Function function) {
        return file(function.path()).orElseGet(() -> SourceFile.of(label, function.path(), new byte[0], 0));
    }

    /// Whether a configuration compiles this definition, as far as the conditions in its own file say.
    public Configuration.Compiled compiled(Function function, Configuration configuration) {
        return configuration.compiled(file(function).conditions(function));
    }

    /// A file's bytes; not to be changed.
    public Optional<byte[]> bytes(String path) {
        try {
            return files.read(path);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /// The file that the text at an offset says it comes from; the path itself where it says nothing.
    String statedFile(String path, int offset) {
        if (!(files instanceof MemoryFiles)) {
            return path;
        }
        String stated = file(path).map(file -> file.lines().statedFile(offset)).orElse(null);
        return stated == null ? path : stated;
    }

    /// What of the tree could not be read.
    public List<Loss> losses() {
        List<Loss> all = new ArrayList<>(answers.losses());
        files.losses().stream().filter(loss -> !all.contains(loss)).forEach(all::add);
        synchronized (losses) {
            all.addAll(losses);
        }
        return List.copyOf(all);
    }

    @Override
    public synchronized void close() throws IOException {
        discarded.forEach(Answers::close);
        answers.close();
        files.close();
    }
}
