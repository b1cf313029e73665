package whence.symbols.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.bytes.Bytes;
import whence.bytes.Lines;
import whence.bytes.Watch;
import whence.evidence.Loss;
import whence.symbols.facts.KernelConfig;
import whence.symbols.facts.KernelVersion;
import whence.symbols.facts.SymbolFacts;
import whence.timeline.Input;

/// Reads a kernel's `.config`.
final class KernelConfigReader implements SymbolReader {
    private static final Pattern OPTION = Pattern.compile("(CONFIG_\\w+)=(.*)");
    private static final Pattern HEAD = Pattern.compile("# Linux/\\S+ (\\d\\S*) Kernel Configuration");
    private static final Pattern ANY_LINE = Pattern.compile("CONFIG_\\w+=.*|#.*");
    private static final Pattern TELLING = Pattern.compile("CONFIG_\\w+=.*|# CONFIG_\\w+ is not set");

    @Override
    public String format() {
        return "kernel-config";
    }

    @Override
    public int sniff(Bytes head, String name) {
        return Head.share(head, TELLING, 1) > 0 && Head.share(head, ANY_LINE, 3) >= 98 ? 92 : 0;
    }

    @Override
    public SymbolFacts read(Input input, Watch watch) {
        Map<String, KernelConfig.Option> options = new HashMap<>();
        List<KernelVersion> version = new ArrayList<>();
        List<Loss> losses = new ArrayList<>();
        Cut.lines(input, watch, lines -> read(input, lines, options, version, losses))
                .ifPresent(losses::add);
        Optional<KernelVersion> first = version.stream().findFirst();
        return new KernelConfig(input.artifact(), first, options, losses);
    }

    private static void read(
            Input input,
            Lines lines,
            Map<String, KernelConfig.Option> options,
            List<KernelVersion> version,
            List<Loss> losses) {
        if (lines.length() == 0) {
            return;
        }
        String text = lines.length() > Cut.MAX_LINE ? "" : lines.text();
        Matcher option = OPTION.matcher(text);
        Matcher head = HEAD.matcher(text);
        if (option.matches()) {
            options.put(option.group(1), new KernelConfig.Option(option.group(2), Cut.span(input, lines)));
        } else if (head.matches()) {
            KernelVersion.in(head.group(1)).ifPresent(version::add);
        } else if (!text.startsWith("#")) {
            losses.add(Cut.unreadable(input, lines, "no option of a kernel configuration"));
        }
    }
}
