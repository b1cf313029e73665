package whence.cli.command;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;
import whence.bytes.Watch;
import whence.cli.command.input.ExitStatus;
import whence.cli.command.input.InputException;
import whence.cli.command.input.SessionQuestion;
import whence.cli.command.input.TrailChoice;
import whence.cli.text.SymbolText;
import whence.report.json.Json;
import whence.report.json.SymbolsJson;
import whence.session.Session;
import whence.symbols.Symbol;
import whence.symbols.Symbols;
import whence.symbols.mention.Located;

/// `whence symbols`
@Command(
        name = "symbols",
        description = "Symbols, their copies, which object each comes from, and whether each can be probed.")
public final class SymbolsCommand extends SessionQuestion {
    @Option(names = "--name", paramLabel = "NAME", description = "only the symbol of exactly this name")
    private @Nullable String name;

    @Option(names = "--ambiguous", description = "only names that several functions bear")
    private boolean ambiguous;

    @Option(
            names = "--at",
            paramLabel = "ADDRESS",
            description =
                    "only the symbols at an address: hexadecimal, name+0xc3/0x570 or a whole line of an oops or trace")
    private @Nullable String address;

    @Option(
            names = "--source",
            paramLabel = "LABEL=PATH",
            description =
                    "the whole source tree of this kernel, under the label that the session gives it: a directory, an "
                            + "archive, or REPOSITORY@REVISION")
    private Map<String, String> sources = new LinkedHashMap<>();

    @Override
    protected int answer(Session session, Watch watch) {
        for (Map.Entry<String, String> source : sources.entrySet()) {
            TrailChoice.addSource(session, source.getKey(), source.getValue(), watch);
        }
        Symbols symbols = session.symbols(watch);
        List<Located> located = address == null ? List.of() : located(symbols, address);
        List<Symbol> found = found(symbols, located);
        if (common.json()) {
            printJson(symbols, found, located);
        } else {
            print(symbols, found, located);
        }
        return ExitStatus.DONE;
    }

    private List<Symbol> found(Symbols symbols, List<Located> located) {
        if (name != null) {
            return symbols.named(name).stream().toList();
        }
        if (address != null) {
            return located.stream()
                    .flatMap(one -> one.places().stream())
                    .map(spot -> spot.place().copy().name())
                    .distinct()
                    .flatMap(found -> symbols.named(found).stream())
                    .toList();
        }
        return ambiguous ? symbols.ambiguous() : symbols.all();
    }

    private static List<Located> located(Symbols symbols, String address) {
        List<Located> located = symbols.locate(address);
        if (located.isEmpty() && !symbols.isEmpty()) {
            throw new InputException(
                    ExitStatus.USAGE,
                    "--at takes an address, a symbol with an offset, or a line with one, not " + address);
        }
        return located;
    }

    private void print(Symbols symbols, List<Symbol> found, List<Located> located) {
        SymbolText text = new SymbolText(common.page(streams));
        text.counts(symbols.count(), symbols.ambiguity());
        symbols.slides().forEach(text::slide);
        if (name == null && address == null && !ambiguous) {
            streams.out()
                    .println(
                            "  --ambiguous lists the names with several copies, --name NAME and --at ADDRESS one symbol");
            return;
        }
        String asked = address;
        if (asked != null) {
            located.forEach(one -> text.located(asked, one));
        }
        boolean one = found.size() == 1;
        found.forEach(symbol -> text.symbol(symbol, one));
        if (found.isEmpty()) {
            common.warn(streams, "no such symbol");
        }
    }

    /// Written piece by piece: a kernel has two hundred thousand symbols.
    private void printJson(Symbols symbols, List<Symbol> found, List<Located> located) {
        PrintWriter out = streams.out();
        ObjectNode document = SymbolsJson.head(symbols.count(), symbols.ambiguity(), symbols.slides());
        if (address != null) {
            document.set("at", SymbolsJson.located(address, located));
        }
        String head = Json.print(document);
        out.print(head.substring(0, head.lastIndexOf('}')).stripTrailing() + ",\n  \"symbols\": [");
        boolean first = true;
        for (Symbol symbol : found) {
            for (ObjectNode node : SymbolsJson.symbol(symbol)) {
                out.print((first ? "\n    " : ",\n    ") + Json.printLine(node));
                first = false;
            }
        }
        out.print(first ? "]\n}\n" : "\n  ]\n}\n");
    }
}
