package whence.cli.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import whence.bytes.Reason;
import whence.cli.command.input.ExitStatus;
import whence.cli.command.input.InputException;
import whence.cli.command.input.Question;
import whence.cli.command.input.SessionInput;
import whence.logs.journal.print.JournalPrinter;
import whence.logs.journal.print.JournalPrinter.Form;

/// `whence journal`. Under `--json` the one document is JSON Lines, an entry a line, as `-o json` gives it.
@Command(name = "journal", description = "Reads journal files without systemd, damaged ones too.")
public final class JournalCommand extends Question {
    private static final int BUFFER = 1 << 16;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "journal files, or directories of them")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORM",
            defaultValue = "short",
            description = "short, json, export or cat (default: short)")
    private String form = "short";

    @Option(names = "--grep", paramLabel = "RE", description = "only entries whose message matches")
    private @Nullable String grep;

    @Override
    public Integer call() {
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new InputException(ExitStatus.MISSING, "there is no " + path);
            }
        }
        try {
            OutputStream out = new BufferedOutputStream(streams.bytes(), BUFFER);
            var printed =
                    JournalPrinter.print(paths, chosenForm(), out, Optional.ofNullable(grep), common.watch(streams));
            out.flush();
            SessionInput.warnOf(printed.losses(), common, streams);
            boolean nothing = printed.entries() == 0 && !printed.losses().isEmpty() && grep == null;
            return nothing ? ExitStatus.UNREADABLE : ExitStatus.DONE;
        } catch (PatternSyntaxException wrong) {
            throw new InputException(ExitStatus.USAGE, "--grep: " + wrong.getDescription() + ": " + grep);
        } catch (IOException failure) {
            return stopped(failure);
        }
    }

    private Form chosenForm() {
        try {
            return common.json() ? Form.JSON : Form.valueOf(form.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new InputException(ExitStatus.USAGE, "-o takes short, json, export or cat, not " + form);
        }
    }

    /// A reader that had enough (`| head`) is no failure of ours.
    private static int stopped(IOException failure) {
        if (String.valueOf(failure.getMessage()).contains("Broken pipe")) {
            return ExitStatus.DONE;
        }
        throw new InputException(ExitStatus.UNREADABLE, "cannot be read: " + Reason.of(failure));
    }
}
