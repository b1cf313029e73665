package whence.cli.command.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Parameters;
import whence.bytes.Watch;
import whence.evidence.Loss;
import whence.session.Session;
import whence.session.SessionException;

/// The session that a command works on.
public final class SessionInput {
    private static final int MOST_WARNINGS = 8;

    @Parameters(
            arity = "1..*",
            paramLabel = "SESSION",
            description = "a .whence file, a directory, single input files, or an archive")
    private List<Path> paths = new ArrayList<>();

    /// @throws InputException with the sentence and the exit status where nothing can be opened
    Session open(Watch watch) {
        try {
            return Session.open(paths, watch);
        } catch (SessionException failure) {
            throw refused(failure);
        }
    }

    static InputException refused(SessionException failure) {
        int status = switch (failure.kind()) {
            case MISSING -> ExitStatus.MISSING;
            case UNREADABLE -> ExitStatus.UNREADABLE;
        };
        return new InputException(status, String.valueOf(failure.getMessage()));
    }

    /// File name of the first input, without its ending; what documents made of it are called.
    public String name() {
        Path file = paths.getFirst().toAbsolutePath().normalize().getFileName();
        String name = file == null ? "session" : file.toString();
        return name.endsWith(".whence") ? name.substring(0, name.length() - ".whence".length()) : name;
    }

    /// Losses of one reason are one warning: a text journal that left out forty messages says it once.
    public static void warnOf(List<Loss> losses, Common common, Streams streams) {
        Map<String, List<Loss>> alike =
                losses.stream().collect(Collectors.groupingBy(Loss::why, LinkedHashMap::new, Collectors.toList()));
        alike.values().stream().limit(MOST_WARNINGS).forEach(some -> common.warn(streams, sentence(some)));
        if (alike.size() > MOST_WARNINGS) {
            common.warn(
                    streams, "and " + (alike.size() - MOST_WARNINGS) + " more kinds of loss (--json lists them all)");
        }
    }

    private static String sentence(List<Loss> alike) {
        Loss first = alike.getFirst();
        String often = alike.size() == 1 ? "" : " (" + alike.size() + " times, this is the first)";
        return "lost at " + first.span() + ": " + first.why() + often;
    }
}
