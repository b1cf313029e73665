package whence.cli.command;

import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;
import whence.bytes.Watch;
import whence.cli.text.SymbolText;
import whence.report.json.Json;
import whence.report.json.SymbolsJson;
import whence.session.Session;
import whence.symbols.Symbol;
import whence.symbols.Symbols;

/// `whence symbols`
@Command(
        name = "symbols",
        description = "Symbols, their copies, which object each comes from, and whether each can be probed.")
public final class SymbolsCommand extends SessionQuestion {
    @Option(names = "--name", paramLabel = "NAME", description = "only the symbol of exactly this name")
    private @Nullable String name;

    @Option(names = "--ambiguous", description = "only names that several functions bear")
    private boolean ambiguous;

    @Option(names = "--at", paramLabel = "ADDRESS", description = "only the symbol at this address (hexadecimal)")
    private @Nullable String address;

    @Override
    int answer(Session session, Watch watch) {
        Symbols symbols = session.symbols(watch);
        List<Symbol> found = found(symbols);
        if (common.json()) {
            printJson(symbols, found);
        } else {
            print(symbols, found);
        }
        return ExitStatus.DONE;
    }

    private List<Symbol> found(Symbols symbols) {
        if (name != null) {
            return symbols.named(name).stream().toList();
        }
        if (address != null) {
            return symbols.at(parse(address)).stream()
                    .flatMap(place -> symbols.named(place.copy().name()).stream())
                    .toList();
        }
        return ambiguous ? symbols.ambiguous() : symbols.all();
    }

    private static long parse(String address) {
        String digits = address.startsWith("0x") || address.startsWith("0X") ? address.substring(2) : address;
        try {
            return Long.parseUnsignedLong(digits, 16);
        } catch (NumberFormatException e) {
            throw new InputException(ExitStatus.USAGE, "--at takes a hexadecimal address, not " + address);
        }
    }

    private void print(Symbols symbols, List<Symbol> found) {
        SymbolText text = new SymbolText(common.page(streams));
        text.counts(symbols.count(), symbols.ambiguity());
        symbols.slides().forEach(text::slide);
        if (name == null && address == null && !ambiguous) {
            streams.out()
                    .println(
                            "  --ambiguous lists the names with several copies, --name NAME and --at ADDRESS one symbol");
            return;
        }
        boolean one = found.size() == 1;
        found.forEach(symbol -> text.symbol(symbol, one));
        if (found.isEmpty()) {
            common.warn(streams, "no such symbol");
        }
    }

    /// Written piece by piece: a kernel has two hundred thousand symbols.
    private void printJson(Symbols symbols, List<Symbol> found) {
        PrintWriter out = streams.out();
        String head = Json.print(SymbolsJson.head(symbols.count(), symbols.ambiguity(), symbols.slides()));
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
