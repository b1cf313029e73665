package whence.cli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import whence.bytes.Reason;
import whence.cli.command.input.ExitStatus;
import whence.cli.command.input.InputException;
import whence.cli.command.input.Question;
import whence.cli.command.input.SessionInput;
import whence.cli.command.input.SourceTrees;
import whence.cli.text.Page;
import whence.report.json.MatchJson;
import whence.source.CallGraph;
import whence.source.Function;
import whence.source.LineMatch;
import whence.source.Site;

/// `whence match`
@Command(name = "match", description = "Log lines to the statements that print them.")
public final class MatchCommand extends Question {
    private static final int MOST_CALLS = 3;

    @Option(
            names = "--source",
            required = true,
            paramLabel = "[LABEL=]PATH",
            description = "a file, a directory, a source archive, or REPOSITORY@REVISION; several may be given")
    private List<String> sources = new ArrayList<>();

    @Option(
            names = "--calls",
            description = "also the ways from system calls to the first statement of each line, the likeliest first")
    private boolean calls;

    @Parameters(arity = "0..*", paramLabel = "LINE", description = "log lines; without any, those on standard input")
    private List<String> lines = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        try (SourceTrees trees = SourceTrees.open(sources, common, streams)) {
            List<LineMatch> matches = lines().stream().map(trees::match).toList();
            if (common.json()) {
                common.print(
                        streams,
                        calls ? MatchJson.matches(matches, site -> chains(trees, site)) : MatchJson.matches(matches));
            } else {
                Page page = common.page(streams);
                matches.forEach(match -> print(page, match, trees));
            }
            SessionInput.warnOf(trees.losses(), common, streams);
            return ExitStatus.DONE;
        }
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

    private static List<CallGraph.Chain> chains(SourceTrees trees, Site site) {
        Function function = site.function();
        return function == null ? List.of() : trees.of(site).calls().reachingCalls(function, MOST_CALLS);
    }

    private void print(Page page, LineMatch match, SourceTrees trees) {
        page.line(page.ink().strong(Page.safe(match.line())));
        String how = switch (match.certainty()) {
            case PRINTS -> "";
            case SIMILAR -> "similar only: ";
            case NONE -> "";
        };
        for (Site site : match.sites()) {
            String tree = trees.several() ? site.tree() + "  " : "";
            page.line("  " + how + tree + site.path() + ":" + site.line() + "  " + site.functionName() + "()  "
                    + site.callee());
            page.wrapped("      ", "      ", site.format());
            if (!site.values().isEmpty()) {
                page.wrapped(
                        "      with ",
                        "      ",
                        String.join(
                                ", ",
                                site.values().stream().map(Site.Value::said).toList()));
            }
        }
        if (calls && !match.sites().isEmpty()) {
            Site first = match.sites().getFirst();
            List<CallGraph.Chain> ways = chains(trees, first);
            ways.forEach(chain -> page.wrapped("      from ", "        ", chain.toString()));
            if (ways.isEmpty()) {
                page.line("      no way from a system call to it is known");
            }
        }
        if (match.sites().isEmpty()) {
            page.line("  no statement of " + (trees.several() ? "these sources" : "this source") + " prints it");
        }
    }
}
