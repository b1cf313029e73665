package whence.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whence.bytes.Bytes;
import whence.bytes.Reason;
import whence.bytes.Watch;
import whence.session.manifest.SourceEntry;
import whence.source.SourceTree;
import whence.timeline.Input;

/// The source trees of a session: those it carries, and those the user adds. What lies elsewhere, in a package or a
/// repository, is named but never opened unasked: a whole tree takes its time, and a session may come from anywhere.
final class Sources {
    /// Kind of a source whose files are artifacts of the session.
    static final String CARRIED = "artifact";

    private static final String FOLDER = "artifacts/";
    private static final String SHIFTS = "line_offsets.";

    private final List<SourceEntry> entries;
    private final Map<String, Loaded> artifacts;
    private final Map<String, LabelledSource> added = new LinkedHashMap<>();
    private final PrintkLists printk;
    private @Nullable List<LabelledSource> carried;

    Sources(List<SourceEntry> entries, Map<String, Loaded> artifacts, PrintkLists printk) {
        this.entries = entries;
        this.artifacts = artifacts;
        this.printk = printk;
    }

    /// Those of the manifest in its order, each replaced where the user gave another under its label, then the rest.
    synchronized List<LabelledSource> all() {
        Map<String, LabelledSource> all = new LinkedHashMap<>();
        carried().forEach(source -> all.put(source.label(), source));
        all.putAll(added);
        return List.copyOf(all.values());
    }

    /// Those that the manifest names and that nobody gave.
    synchronized List<SourceEntry> missing() {
        List<String> there = all().stream().map(LabelledSource::label).toList();
        return entries.stream().filter(entry -> !there.contains(entry.label())).toList();
    }

    synchronized void add(String label, String place, Watch watch) throws SessionException {
        try {
            SourceTree tree = SourceTree.open(label, place, watch);
            printk.index(watch).ifPresent(tree::heed);
            Optional<SourceEntry> known = entries.stream()
                    .filter(entry -> entry.label().equals(label))
                    .findFirst();
            List<String> releases = known.map(SourceEntry::releases).orElse(List.of());
            added.put(
                    label, new LabelledSource(new SourceEntry(label, "path", place, releases, false, Map.of()), tree));
        } catch (IOException failure) {
            throw new SessionException(
                    java.nio.file.Files.exists(java.nio.file.Path.of(place))
                            ? SessionException.Kind.UNREADABLE
                            : SessionException.Kind.MISSING,
                    "the source " + label + " cannot be opened: " + Reason.of(failure));
        }
    }

    private List<LabelledSource> carried() {
        if (carried == null) {
            List<LabelledSource> opened = new ArrayList<>();
            for (SourceEntry entry : entries) {
                Map<String, byte[]> files = files(entry);
                if (!files.isEmpty()) {
                    opened.add(new LabelledSource(entry, SourceTree.of(entry.label(), files, shifts(entry))));
                }
            }
            loose().ifPresent(opened::add);
            printk.index(Watch.NONE)
                    .ifPresent(index -> opened.forEach(one -> one.tree().heed(index)));
            carried = opened;
        }
        return carried;
    }

    private Map<String, byte[]> files(SourceEntry entry) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        if (entry.kind().equals(CARRIED)) {
            String folder = folder(entry);
            artifacts.forEach((path, one) -> {
                if (path.startsWith(folder) && one.artifact().derivedFrom() == null) {
                    files.put(path.substring(folder.length()), whole(one));
                }
            });
        }
        return files;
    }

    private static String folder(SourceEntry entry) {
        String path = entry.path();
        String named = path.startsWith(FOLDER) ? path.substring(FOLDER.length()) : path;
        return named.isEmpty() || named.endsWith("/") ? named : named + "/";
    }

    private static Map<String, Integer> shifts(SourceEntry entry) {
        Map<String, Integer> shifts = new LinkedHashMap<>();
        entry.facts().forEach((name, value) -> {
            if (name.startsWith(SHIFTS) && value.matches("-?\\d{1,7}")) {
                shifts.put(name.substring(SHIFTS.length()), Integer.parseInt(value));
            }
        });
        return shifts;
    }

    /// C files that belong to no source of the manifest, such as one dropped beside a log, as a source of their own.
    private Optional<LabelledSource> loose() {
        List<String> folders = entries.stream().map(Sources::folder).toList();
        Map<String, byte[]> files = new LinkedHashMap<>();
        artifacts.forEach((path, one) -> {
            if (path.matches(".+\\.[ch]") && folders.stream().noneMatch(path::startsWith)) {
                files.put(path, whole(one));
            }
        });
        if (files.isEmpty()) {
            return Optional.empty();
        }
        SourceEntry entry = new SourceEntry("files of the session", CARRIED, "", List.of(), false, Map.of());
        return Optional.of(new LabelledSource(entry, SourceTree.of(entry.label(), files)));
    }

    private static byte[] whole(Loaded one) {
        Input input = one.input(Watch.NONE);
        Bytes bytes = input.bytes();
        return bytes.copy(0, (int) Math.min(bytes.size(), 64 << 20));
    }
}
