package whence.cli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import whence.bytes.Reason;
import whence.cli.text.Page;
import whence.report.json.MatchJson;
import whence.source.CallGraph;
import whence.source.Function;
import whence.source.LineMatch;
import whence.source.Site;
import whence.source.SourceTree;

/// `whence match`
@Command(name = "match", description = "Log lines to the statements that print them.")
public final class MatchCommand extends Question {
    /// What journalctl prints instead of a message that is not printable.
    private static final Pattern BLOB = Pattern.compile("\\[(\\d{1,9})B blob data\\]\\s*$");

    private static final int MOST_CALLS = 3;

    @Option(
            names = "--source",
            required = true,
            paramLabel = "PATH",
            description = "a file, a directory, a source archive, or REPOSITORY@REVISION")
    @SuppressWarnings("NullAway.Init")
    private String source;

    @Option(
            names = "--calls",
            description = "also the ways from system calls to the first statement of each line, the likeliest first")
    private boolean calls;

    @Parameters(arity = "0..*", paramLabel = "LINE", description = "log lines; without any, those on standard input")
    private List<String> lines = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        try (SourceTree tree = TreeInput.open(source, common, streams)) {
            List<LineMatch> matches =
                    lines().stream().map(line -> match(tree, line)).toList();
            if (common.json()) {
                common.print(
                        streams,
                        calls ? MatchJson.matches(matches, site -> chains(tree, site)) : MatchJson.matches(matches));
            } else {
                Page page = common.page(streams);
                matches.forEach(match -> print(page, match, calls ? tree : null));
            }
            SessionInput.warnOf(tree.losses(), common, streams);
            return ExitStatus.DONE;
        }
    }

    private static LineMatch match(SourceTree tree, String line) {
        Matcher blob = BLOB.matcher(line);
        return blob.find() ? tree.matchLength(Integer.parseInt(blob.group(1))) : tree.match(line);
    }

    private List<String> lines() {
        if (!lines.isEmpty()) {
            return lines;
        }
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            return in.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException | UncheckedIOException failure) {
            throw new InputException(ExitStatus.UNREADABLE, "standard input cannot be read: " + Reason.of(failure));
        }
    }

    private static List<CallGraph.Chain> chains(SourceTree tree, Site site) {
        Function function = site.function();
        return function == null ? List.of() : tree.calls().reachingCalls(function, MOST_CALLS);
    }

    /// What a conversion printed, and where the text stands that it took it from.
    private static String value(Site.Value value) {
        String printed = value.conversion().text() + " = " + value;
        return value.origin() == null ? printed : printed + " (out of " + value.origin() + ")";
    }

    private static void print(Page page, LineMatch match, @Nullable SourceTree tree) {
        page.line(page.ink().strong(Page.safe(match.line())));
        String how = switch (match.certainty()) {
            case PRINTS -> "";
            case SIMILAR -> "similar only: ";
            case NONE -> "";
        };
        for (Site site : match.sites()) {
            page.line(
                    "  " + how + site.path() + ":" + site.line() + "  " + site.functionName() + "()  " + site.callee());
            page.wrapped("      ", "      ", site.format());
            if (!site.values().isEmpty()) {
                page.wrapped(
                        "      with ",
                        "      ",
                        String.join(
                                ", ",
                                site.values().stream().map(MatchCommand::value).toList()));
            }
        }
        if (tree != null && !match.sites().isEmpty()) {
            Site first = match.sites().getFirst();
            List<CallGraph.Chain> ways = chains(tree, first);
            ways.forEach(chain -> page.wrapped("      from ", "        ", chain.toString()));
            if (ways.isEmpty()) {
                page.line("      no way from a system call to it is known");
            }
        }
        if (match.sites().isEmpty()) {
            page.line("  no statement of this source prints it");
        }
    }
}
