package whence.cli.command;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import whence.branches.Elimination;
import whence.branches.Exits;
import whence.branches.JudgedExit;
import whence.branches.UnknownRegion;
import whence.branches.scope.Architecture;
import whence.cli.command.input.EvidenceOptions;
import whence.cli.command.input.ExitStatus;
import whence.cli.command.input.Question;
import whence.cli.command.input.TreeInput;
import whence.cli.text.Page;
import whence.cli.text.TrailText;
import whence.report.json.ExitsJson;
import whence.source.Function;
import whence.source.SourceTree;

/// `whence exits`
@Command(
        name = "exits",
        description = "Every way out of a function, which survive the evidence, and why the others fell.")
public final class ExitsCommand extends Question {
    @Mixin
    private final EvidenceOptions evidence = new EvidenceOptions();

    @Option(
            names = "--source",
            required = true,
            paramLabel = "PATH",
            description = "a file, a directory, a source archive, or REPOSITORY@REVISION")
    @SuppressWarnings("NullAway.Init")
    private String source;

    @Option(
            names = "--function",
            required = true,
            paramLabel = "NAME",
            description = "its name in the source; of a system call SYSCALL_DEFINE3(bpf), sys_bpf or bpf")
    @SuppressWarnings("NullAway.Init")
    private String function;

    @Option(names = "--file", paramLabel = "PATH", description = "which definition, where there are several")
    private @Nullable String file;

    @Option(
            names = "--arch",
            paramLabel = "NAME",
            description = "whose headers and error numbers count: mips, arm64 or what uname -m prints; x86 if absent")
    private @Nullable String arch;

    @Override
    public Integer call() throws IOException {
        try (SourceTree tree = TreeInput.open(source, common, streams)) {
            Function found = TreeInput.function(tree, function, file, common, streams);
            Exits exits = Exits.of(tree, found, architecture());
            List<JudgedExit> judged = Elimination.judge(exits, evidence.of(exits));
            if (common.json()) {
                common.print(streams, ExitsJson.exits(found, judged, exits.unknownRegions()));
            } else {
                print(found, judged, exits.unknownRegions());
            }
            return status(judged);
        }
    }

    private Architecture architecture() {
        String name = arch;
        return name == null ? Architecture.X86 : Architecture.named(name).orElseGet(() -> new Architecture(name));
    }

    private void print(Function found, List<JudgedExit> judged, List<UnknownRegion> unknown) {
        Page page = common.page(streams);
        long left = judged.stream()
                .filter(exit -> exit.state() != JudgedExit.State.ELIMINATED)
                .count();
        page.line(page.ink().strong(found.name()) + "  " + found.path() + ":" + found.startLine() + "-"
                + found.endLine() + "  " + judged.size() + " exits, " + left + " left");
        new TrailText(page).exits(judged, true);
        unknown.forEach(region -> page.wrapped(
                "  unread ", "    ", "lines " + region.startLine() + " to " + region.endLine() + ": " + region.why()));
    }

    private static int status(List<JudgedExit> judged) {
        long left = judged.stream()
                .filter(exit -> exit.state() != JudgedExit.State.ELIMINATED)
                .count();
        if (left == 0) {
            return ExitStatus.NONE;
        }
        return left == 1 ? ExitStatus.DONE : ExitStatus.SEVERAL;
    }
}
