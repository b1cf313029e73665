package whence.cli.command.input;

import java.util.Locale;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;
import whence.bytes.Watch;
import whence.cli.text.Ink;
import whence.cli.text.Page;
import whence.report.json.Json;

/// The options every command takes, and what follows from them.
public final class Common {
    @Option(names = "--json", description = "one JSON document on standard output, nothing else there")
    private boolean json;

    @Option(names = "--no-color", description = "no colours, even on a terminal")
    private boolean noColor;

    @Option(names = "--quiet", description = "no progress and no warnings")
    private boolean quiet;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this text")
    @SuppressWarnings("UnusedVariable")
    private boolean help;

    /// Whether one JSON document is wanted and nothing else.
    public boolean json() {
        return json;
    }

    /// Whether progress and warnings are unwanted.
    public boolean quiet() {
        return quiet;
    }

    /// Colours only where the launcher saw a terminal and nobody asked for none (NO_COLOR included).
    Ink ink() {
        boolean terminal = "auto".equals(System.getProperty("whence.colour"));
        String unwanted = System.getenv("NO_COLOR");
        return terminal && !noColor && !json && (unwanted == null || unwanted.isEmpty()) ? Ink.COLOUR : Ink.PLAIN;
    }

    /// Where text for people goes, in colours where they are wanted.
    public Page page(Streams streams) {
        return new Page(streams.out(), ink());
    }

    /// Writes the one document.
    public void print(Streams streams, ObjectNode document) {
        streams.out().print(Json.print(document));
    }

    /// Says a sentence on standard error, unless nothing of the kind is wanted.
    public void warn(Streams streams, String sentence) {
        if (!quiet) {
            streams.err().println("whence: " + Page.safe(sentence));
        }
    }

    /// A watch that draws a progress bar where standard error is a terminal.
    public Watch watch(Streams streams) {
        return watch(streams, "");
    }

    /// The same with what is being done before the bar.
    public Watch watch(Streams streams, String what) {
        boolean terminal = "auto".equals(System.getProperty("whence.progress"));
        return terminal && !quiet ? streams.progress().of(Page.safe(what)) : Watch.NONE;
    }

    /// The ending of a file name in lower case, without the dot; empty where it has none.
    public static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
