package whence.app.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.app.model.Code;
import whence.app.model.Definition;
import whence.app.model.Printed;
import whence.app.model.Reached;
import whence.app.model.Statement;
import whence.bytes.Watch;
import whence.evidence.Ref;
import whence.source.CallGraph;
import whence.source.LineMatch;
import whence.source.Site;
import whence.source.SourceTree;

/// Statements and callers in the trees of a session; the tree of the kernel that ran is asked first.
final class SessionCode implements Code {
    private static final int MOST_WAYS = 24;
    private static final int MOST_STATEMENTS = 12;
    /// How journalctl shows a message that is not printable.
    private static final Pattern BLOB = Pattern.compile("\\[(\\d{1,6})B blob data]");

    private final SessionSources sources;
    private final Function<Ref.Event, String> texts;

    SessionCode(SessionSources sources, Function<Ref.Event, String> texts) {
        this.sources = sources;
        this.texts = texts;
    }

    @Override
    public Printed printed(Ref.Event event) {
        String line = texts.apply(event);
        List<Statement> similar = new ArrayList<>();
        for (SourceTree tree : sources.all()) {
            LineMatch match = match(tree, line);
            List<Statement> found = match.sites().stream()
                    .limit(MOST_STATEMENTS)
                    .map(SessionCode::statement)
                    .toList();
            switch (match.certainty()) {
                case PRINTS -> {
                    return new Printed(found, false, sources.labels());
                }
                case SIMILAR -> similar.addAll(found);
                case NONE -> {}
            }
        }
        return new Printed(similar, !similar.isEmpty(), sources.labels());
    }

    private static LineMatch match(SourceTree tree, String line) {
        Matcher blob = BLOB.matcher(line.strip());
        return blob.matches() ? tree.matchLength(Integer.parseInt(blob.group(1))) : tree.match(line);
    }

    private static Statement statement(Site site) {
        return new Statement(
                new Ref.Source(site.tree(), site.path(), site.line()),
                site.functionName(),
                site.callee(),
                site.format(),
                site.values().stream().map(Site.Value::said).toList());
    }

    @Override
    public Optional<Definition> enclosing(Ref.Source at) {
        return function(at).map(SessionCode::definition);
    }

    private Optional<whence.source.Function> function(Ref.Source at) {
        return sources.tree(at.tree())
                .flatMap(tree -> tree.file(at.file()))
                .flatMap(file -> file.functions().stream()
                        .filter(each -> each.spans(at.line()))
                        .min(Comparator.comparingInt(each -> each.endLine() - each.startLine())));
    }

    private static Definition definition(whence.source.Function function) {
        return new Definition(function.name(), new Ref.Source(function.tree(), function.path(), function.line()));
    }

    @Override
    public Optional<Reached> reached(Ref.Source at, Watch watch) {
        return function(at)
                .flatMap(function -> sources.tree(at.tree()).map(tree -> {
                    CallGraph calls = tree.calls();
                    watch.check();
                    List<Reached.Way> ways = calls.reachingCalls(function, MOST_WAYS).stream()
                            .map(chain -> new Reached.Way(chain.links().stream()
                                    .map(l -> call(tree, l))
                                    .toList()))
                            .toList();
                    watch.check();
                    return new Reached(definition(function), function.isSyscall(), ways, callers(tree, function));
                }));
    }

    @Override
    public List<Reached.Call> callers(Ref.Source at) {
        return function(at)
                .flatMap(function -> sources.tree(at.tree()).map(tree -> callers(tree, function)))
                .orElse(List.of());
    }

    @Override
    public List<String> parameters(String call, int arguments) {
        return CallParameters.of(sources.all(), call, arguments);
    }

    private static List<Reached.Call> callers(SourceTree tree, whence.source.Function function) {
        return tree.calls().callers(function).stream()
                .map(link -> call(tree, link))
                .toList();
    }

    private static Reached.Call call(SourceTree tree, CallGraph.Link link) {
        return new Reached.Call(
                link.caller().name(),
                link.callee().name(),
                new Ref.Source(link.caller().tree(), link.caller().path(), CallLine.of(tree, link)),
                link.assumption());
    }
}
