package whence.branches.scope;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.branches.Surroundings;
import whence.branches.syntax.FunctionText;
import whence.branches.syntax.MacroText;
import whence.branches.syntax.Tok;
import whence.branches.syntax.TypeName;
import whence.branches.value.Types;
import whence.evidence.Errno;
import whence.source.Function;
import whence.source.SourceTree;

/// What a file sees: its own names and those of the headers it includes, directly or not, for one architecture.
/// Headers are read when first asked. Conditional definitions all count, so a name may have several.
public final class TreeScope implements Surroundings {
    private static final int MOST_FILES = 2500;

    private final Headers headers;
    private final String path;
    private final Architecture architecture;
    private final Optional<Errno> errors;
    private final List<FileNames> files = new ArrayList<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> seen = new LinkedHashSet<>();
    private final Map<String, List<MacroText>> macros = new HashMap<>();
    private final Map<String, Boolean> otherwise = new HashMap<>();
    private final Map<String, List<FunctionText>> functions = new LinkedHashMap<>();
    private final Types types;

    private TreeScope(Headers headers, String path, Architecture architecture, Optional<Errno> errors) {
        this.headers = headers;
        this.path = path;
        this.architecture = architecture;
        this.errors = errors;
        this.types = new Types(this);
        take(path);
    }

    /// What a file of a tree sees on x86.
    public static TreeScope of(SourceTree tree, String path) {
        return of(new Headers(tree), path);
    }

    /// The same, with headers that may have been read for another file.
    public static TreeScope of(Headers headers, String path) {
        return of(headers, path, Architecture.X86);
    }

    /// What it sees on an architecture; a file of another sees the headers of that one.
    public static TreeScope of(Headers headers, String path, Architecture architecture) {
        Architecture own = architecture.of(path);
        return new TreeScope(headers, path, own, Optional.of(Errno.of(own.folder())));
    }

    /// What it sees where the architecture may not be known: the headers of x86 then, but errors with the numbers of
    /// any. A file that lies below `arch/` says itself what it is for.
    public static TreeScope of(Headers headers, String path, Optional<Architecture> architecture) {
        Architecture own = architecture.orElse(Architecture.X86);
        boolean known = architecture.isPresent() || path.startsWith("arch/");
        return known ? of(headers, path, own) : new TreeScope(headers, path, own, Optional.empty());
    }

    /// A function of the tree, read.
    public static FunctionText read(SourceTree tree, Function function) {
        return FunctionReader.read(tree.file(function), function);
    }

    Types types() {
        return types;
    }

    private boolean take(String candidate) {
        if (!seen.add(candidate)) {
            return true;
        }
        Optional<FileNames> names = headers.names(candidate);
        if (names.isEmpty()) {
            seen.remove(candidate);
            return false;
        }
        files.add(names.get());
        names.get().includes().forEach(include -> open.add(candidate + "\n" + include));
        return true;
    }

    /// Reads headers until the files hold something, or all are read.
    private void readAll() {
        while (!open.isEmpty() && files.size() < MOST_FILES) {
            String[] next = open.remove().split("\n", 2);
            for (String place : places(next[0], next[1])) {
                if (take(place)) {
                    break;
                }
            }
        }
    }

    private List<String> places(String from, String include) {
        if (include.length() < 3) {
            return List.of();
        }
        String name = include.substring(1, Math.max(1, include.length() - 1)).strip();
        String folder = from.contains("/") ? from.substring(0, from.lastIndexOf('/') + 1) : "";
        List<String> places = new ArrayList<>();
        if (include.startsWith("\"")) {
            places.add(normal(folder + name));
        }
        places.add("include/" + name);
        places.add("arch/" + architecture.folder() + "/include/" + name);
        places.add("include/uapi/" + name);
        places.add("arch/" + architecture.folder() + "/include/uapi/" + name);
        if (name.startsWith("asm/")) {
            places.add("include/asm-generic/" + name.substring(4));
            places.add("include/uapi/asm-generic/" + name.substring(4));
        }
        return places;
    }

    private static String normal(String place) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : place.split("/")) {
            if (part.equals("..") && !parts.isEmpty()) {
                parts.removeLast();
            } else if (!part.equals(".") && !part.isEmpty()) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }

    private List<FileNames> all() {
        readAll();
        return files;
    }

    @Override
    public List<MacroText> macros(String name) {
        List<MacroText> known = macros.get(name);
        if (known != null) {
            return known;
        }
        Set<MacroText> found = new LinkedHashSet<>();
        for (FileNames file : all()) {
            found.addAll(file.macros(name));
        }
        List<MacroText> list = List.copyOf(found);
        macros.put(name, list);
        return list;
    }

    @Override
    public boolean perhapsNoMacro(String name) {
        return otherwise.computeIfAbsent(name, absent -> all().stream().anyMatch(file -> file.declaresPlainly(name)));
    }

    @Override
    public List<FunctionText> functions(String name) {
        List<FunctionText> known = functions.get(name);
        if (known != null) {
            return known;
        }
        List<FunctionText> found = new ArrayList<>();
        for (FileNames file : all()) {
            found.addAll(file.functions(name));
        }
        functions.put(name, List.copyOf(found));
        return List.copyOf(found);
    }

    @Override
    public boolean declaredFunction(String name) {
        return macros(name).isEmpty() && all().stream().anyMatch(file -> file.declares(name));
    }

    @Override
    public boolean definedElsewhere(String name) {
        return all().stream().anyMatch(file -> file.hasPrototype(name));
    }

    @Override
    public boolean callsAlone(FunctionText caller, String callee) {
        return caller.file().equals(path) && files.getFirst().callsAlone(caller, callee);
    }

    @Override
    public OptionalLong enumerator(String name) {
        for (FileNames file : all()) {
            if (file.hasEnumerator(name)) {
                return file.enumerator(name, this);
            }
        }
        return OptionalLong.empty();
    }

    @Override
    public @Nullable List<Tok> members(String tagged) {
        for (FileNames file : all()) {
            List<Tok> found = file.members(tagged);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    @Override
    public @Nullable TypeName typedef(String name) {
        for (FileNames file : all()) {
            TypeName found = file.typedef(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    @Override
    public Optional<Errno> errors() {
        return errors;
    }

    /// The path this scope was made for.
    public String path() {
        return path;
    }
}
