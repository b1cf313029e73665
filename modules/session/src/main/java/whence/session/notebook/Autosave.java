package whence.session.notebook;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Edits that are not in the session file yet, one JSON object a line, in a file of their own: after a crash, and for
/// input that is read-only, they are there again. A line that was cut off by the crash is dropped.
public final class Autosave {
    private static final System.Logger LOG = System.getLogger(Autosave.class.getName());
    private static final JsonMapper JSON = JsonMapper.shared();

    private final @Nullable Path file;
    private final List<ObjectNode> waiting = new ArrayList<>();
    private @Nullable String trouble;

    private Autosave(@Nullable Path file) {
        this.file = file;
    }

    /// Keeps nothing; for tests and for callers that only read.
    public static Autosave none() {
        return new Autosave(null);
    }

    /// Keeps the edits of the session with this identity under `stateHome`.
    public static Autosave in(Path stateHome, String identity) {
        return new Autosave(stateHome.resolve("whence").resolve("notebooks").resolve(identity + ".jsonl"));
    }

    /// `$XDG_STATE_HOME`, else `~/.local/state`, as the XDG base directory specification has it.
    public static Path stateHome(Map<String, String> environment) {
        String set = environment.getOrDefault("XDG_STATE_HOME", "");
        return set.startsWith("/")
                ? Path.of(set)
                : Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".local", "state");
    }

    List<ObjectNode> restored() {
        List<ObjectNode> entries = new ArrayList<>();
        for (String line : lines()) {
            try {
                if (JSON.readTree(line) instanceof ObjectNode entry) {
                    entries.add(entry);
                }
            } catch (JacksonException torn) {
                LOG.log(Level.WARNING, "a torn entry of the notebook is dropped: {0}", torn.getOriginalMessage());
            }
        }
        return entries;
    }

    private List<String> lines() {
        if (file == null || !Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "the notebook beside the session cannot be read", failure);
            return List.of();
        }
    }

    /// Writes an edit behind the others; those that could not be written (a full disk) go with the next that can.
    synchronized void append(ObjectNode entry) {
        if (file == null) {
            return;
        }
        waiting.add(entry);
        StringBuilder lines = new StringBuilder();
        // The line end comes first: it closes a line that a crash left open.
        waiting.forEach(each -> lines.append('\n').append(each));
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file, lines, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            waiting.clear();
            trouble = null;
        } catch (IOException failure) {
            LOG.log(Level.DEBUG, "an edit waits to be written", failure);
            trouble = "Notes cannot be saved in " + file + " (" + reason(failure)
                    + "); they are kept until the session is closed, and saved with the next that can be.";
        }
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> "no permission for " + denied.getFile();
            default -> String.valueOf(failure.getMessage());
        };
    }

    /// What keeps edits from being written, as a sentence; empty where all are.
    synchronized Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    void clear() {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "the notebook beside the session cannot be removed", failure);
        }
    }
}
