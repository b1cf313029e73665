package whence.timeline.process;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a container's id stands: in the control group that an engine puts its tasks into, and in the arguments of the
/// runtime that makes them.
final class ContainerId {
    /// `docker-ID.scope`, `/docker/ID`, `libpod-ID.scope`, `cri-containerd-ID.scope`, `/kubepods/…/ID`; the monitor of
    /// a container (`libpod-conmon-ID.scope`) is not in it.
    private static final Pattern CGROUP =
            Pattern.compile("(?:docker|libpod|crio|cri-containerd)-([0-9a-f]{12,64})\\.scope"
                    + "|(?:docker|containerd|kubepods[^ ]*)/([0-9a-f]{64})");

    private static final List<Pattern> RUNTIMES = List.of(
            Pattern.compile("containerd-shim\\S*[\\s\",].*?\\b([0-9a-f]{64})\\b"),
            Pattern.compile("\\bconmon[\\s\",].*?\\b([0-9a-f]{64})\\b"),
            Pattern.compile("\\b(?:runc|crun)[\\s\",].*?\\b([0-9a-f]{64})\\b"));

    private static final int MOST = 8192;

    private ContainerId() {}

    /// The container whose tasks are in this control group or unit.
    static Optional<String> ofCgroup(String path) {
        Matcher matcher = CGROUP.matcher(path);
        return matcher.find()
                ? Optional.of(matcher.group(1) != null ? matcher.group(1) : matcher.group(2))
                : Optional.empty();
    }

    /// The container that a runtime with this command line makes or watches: its children are in it.
    static Optional<String> ofRuntime(String command) {
        String some = command.length() > MOST ? command.substring(0, MOST) : command;
        return RUNTIMES.stream()
                .map(pattern -> pattern.matcher(some))
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst();
    }
}
