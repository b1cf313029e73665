package whence.session;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import whence.bytes.Watch;
import whence.evidence.Errno;
import whence.evidence.EventKind;
import whence.evidence.Machines;
import whence.timeline.Events;
import whence.timeline.Input;
import whence.timeline.Texts;

/// Finds what machine a session is of where its manifest does not say, by the release in the line with which a kernel
/// begins its log. Where that numbers errors in its own way, everything is read again: strace and others write errors
/// by name, and a name has another number there.
final class MachineFinder {
    private static final Pattern BANNER = Pattern.compile("^Linux version (\\S+) \\(.*");
    /// The banner is among the first lines of a boot; a log that starts later does not hold it.
    private static final int FIRST_LINES = 2000;

    private final Map<String, Loaded> artifacts;
    private final Texts texts;

    MachineFinder(Collection<Loaded> artifacts, Texts texts) {
        this.artifacts = artifacts.stream()
                .collect(Collectors.toMap(one -> one.artifact().path(), Function.identity()));
        this.texts = texts;
    }

    List<Events> numbered(List<Events> read, Watch watch) {
        boolean stated = artifacts.values().stream()
                .anyMatch(one -> one.input(Watch.NONE).hints().containsKey(Input.ARCHITECTURE));
        Optional<String> found = stated ? Optional.empty() : banner(read).flatMap(Machines::ofRelease);
        return found.filter(architecture -> !Errno.of(architecture).equals(Errno.GENERIC))
                .map(architecture -> again(read, Map.of(Input.ARCHITECTURE, architecture), watch))
                .orElse(read);
    }

    private List<Events> again(List<Events> read, Map<String, String> hints, Watch watch) {
        return read.stream()
                .map(events -> {
                    Loaded one = artifacts.get(events.artifact());
                    return one == null ? events : one.readAgain(hints, watch);
                })
                .toList();
    }

    private Optional<String> banner(List<Events> read) {
        for (Events events : read) {
            int rows = Math.min(events.count(), FIRST_LINES);
            for (int row = 0; row < rows; row++) {
                if (events.kind(row) == EventKind.KERNEL) {
                    Matcher banner = BANNER.matcher(texts.text(events, row));
                    if (banner.matches()) {
                        return Optional.of(banner.group(1));
                    }
                }
            }
        }
        return Optional.empty();
    }
}
