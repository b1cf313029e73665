package whence.cli.command;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import whence.branches.versions.Counterpart;
import whence.branches.versions.VersionDiff;
import whence.cli.command.input.ExitStatus;
import whence.cli.command.input.InputException;
import whence.cli.command.input.Question;
import whence.cli.command.input.TreeInput;
import whence.cli.text.DiffText;
import whence.report.json.DiffJson;
import whence.source.Function;
import whence.source.SourceTree;

/// `whence diff`
@Command(name = "diff", description = "Two versions of a function: lines, and the exits and guards that differ.")
public final class DiffCommand extends Question {
    @Option(names = "--left", required = true, paramLabel = "PATH", description = "the one source")
    @SuppressWarnings("NullAway.Init")
    private String left;

    @Option(names = "--right", required = true, paramLabel = "PATH", description = "the other source")
    @SuppressWarnings("NullAway.Init")
    private String right;

    @Option(names = "--function", required = true, paramLabel = "NAME", description = "its name in the left source")
    @SuppressWarnings("NullAway.Init")
    private String function;

    @Option(names = "--file", paramLabel = "PATH", description = "which definition, where there are several")
    private @Nullable String file;

    @Option(names = "--ignore-layout", description = "white space and comments do not count")
    private boolean ignoreLayout;

    @Override
    public Integer call() throws IOException {
        try (SourceTree leftTree = TreeInput.open(left, common, streams);
                SourceTree rightTree = TreeInput.open(right, common, streams)) {
            Function leftFunction = TreeInput.function(leftTree, function, file, common, streams);
            Function rightFunction = counterpart(leftTree, leftFunction, rightTree);
            VersionDiff.Ignoring ignoring = ignoreLayout ? VersionDiff.Ignoring.LAYOUT : VersionDiff.Ignoring.NOTHING;
            VersionDiff diff = VersionDiff.of(leftTree, leftFunction, rightTree, rightFunction, ignoring);
            if (common.json()) {
                common.print(streams, DiffJson.diff(left, right, diff));
            } else {
                new DiffText(common.page(streams)).print(left, right, diff);
            }
            return ExitStatus.DONE;
        }
    }

    private Function counterpart(SourceTree leftTree, Function leftFunction, SourceTree rightTree) {
        if (!rightTree.function(function).isEmpty()) {
            return TreeInput.function(rightTree, function, file, common, streams);
        }
        Function found = Counterpart.of(leftTree, leftFunction, rightTree)
                .orElseThrow(
                        () -> new InputException(ExitStatus.USAGE, "no function like " + function + " in " + right));
        common.warn(streams, function + " is compared with " + found.name() + ", which is most like it in " + right);
        return found;
    }
}
