package whence.trail.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whence.branches.scope.Architecture;
import whence.bytes.Watch;
import whence.evidence.Errno;
import whence.evidence.Span;
import whence.session.LabelledSource;
import whence.session.Session;
import whence.symbols.Copy;
import whence.symbols.Symbol;
import whence.symbols.Symbols;
import whence.trail.lead.line.Folded;
import whence.trail.lead.line.LogLines;
import whence.trail.lead.line.Reports;
import whence.trail.ledger.Ledger;
import whence.trail.ledger.Stream;
import whence.trail.ledger.Visibility;
import whence.trail.ledger.Window;
import whence.trail.link.Runs;
import whence.trail.verdict.KernelOptions;

/// Everything the reasoning stands on, read once. Not for several threads at a time.
public final class Ground {
    private final Material material;
    private final Symbols symbols;
    private final Optional<Release> release;
    private final Configured configured;
    private final Optional<Architecture> architecture;
    private final List<Stream> streams;
    private final List<Window> runs;
    private final List<Window> outermost;
    private @Nullable List<Folded> lines;
    private final List<Folded> asked = new ArrayList<>();
    private @Nullable Reports reports;
    private @Nullable Surroundings surroundings;

    private Ground(Material material, Symbols symbols) {
        this.material = material;
        this.symbols = symbols;
        this.release = Release.of(material);
        this.configured = Configured.of(material.session(), release);
        this.streams = Streams.of(material);
        List<Window> all = new ArrayList<>();
        List<Window> outer = new ArrayList<>();
        for (Stream stream : streams) {
            List<Window> each = Runs.of(stream);
            all.addAll(each);
            outer.addAll(Runs.outermost(each));
        }
        this.architecture = Machine.architecture(material, symbols, release, streams);
        this.runs = List.copyOf(all);
        this.outermost = List.copyOf(outer);
    }

    public static Ground of(Session session, Watch watch) {
        return new Ground(Material.of(session, watch), session.symbols(watch));
    }

    /// The lines of all logs that may be worth explaining, folded; worked out once.
    public List<Folded> lines(Watch watch) {
        List<Folded> known = lines;
        if (known == null) {
            known = LogLines.of(material, reports(watch), watch);
            lines = known;
        }
        return known;
    }

    /// The line that begins at a span, with its repeats.
    public Optional<Folded> line(Span span, Watch watch) {
        List<Folded> all = new ArrayList<>(lines(watch));
        all.addAll(asked);
        return all.stream().filter(line -> line.first().span().equals(span)).findFirst();
    }

    /// The first line that holds a text, whether it is worth explaining or not; kept for [#line].
    public Optional<Folded> lineHolding(String text, Watch watch) {
        Optional<Folded> found = LogLines.holding(text, material, watch);
        found.ifPresent(asked::add);
        return found;
    }

    /// What the kernel reported about itself; worked out once.
    public Reports reports(Watch watch) {
        Reports known = reports;
        if (known == null) {
            known = Reports.of(material, watch);
            reports = known;
        }
        return known;
    }

    public Material material() {
        return material;
    }

    public Symbols symbols() {
        return symbols;
    }

    public Optional<Release> release() {
        return release;
    }

    public Calls calls() {
        return new Calls(material);
    }

    public List<Stream> streams() {
        return streams;
    }

    /// Runs of probed functions in all streams.
    public List<Window> runs() {
        return runs;
    }

    /// Those that no other run of their task and stream holds.
    public List<Window> outermost() {
        return outermost;
    }

    /// Captured probes that watch one of several functions of their name.
    public List<FirstTaken> firstTaken() {
        return FirstTaken.all(material, symbols, release);
    }

    /// What the session says about the machine and its tasks; read when first asked.
    public Surroundings surroundings() {
        Surroundings known = surroundings;
        if (known == null) {
            known = new Surroundings(material, symbols, release);
            surroundings = known;
        }
        return known;
    }

    /// Of the kernel that ran.
    public Optional<Architecture> architecture() {
        return architecture;
    }

    /// The errors as the machine numbers them.
    public Errno errors() {
        return material.errors();
    }

    public Ledger ledger() {
        return new Ledger(this::visibility);
    }

    /// The sources of the session, those of the release that ran first.
    public List<LabelledSource> sources() {
        List<LabelledSource> all = new ArrayList<>(material.session().sources());
        all.sort(
                java.util.Comparator.comparingInt(s -> -SourceFit.of(s, release).rank()));
        return all;
    }

    /// What a source's kernel was configured with, where it is the kernel that ran and the session says so.
    public KernelOptions options(LabelledSource source) {
        return configured.of(source);
    }

    private Visibility visibility(String function) {
        Optional<Symbol> symbol = symbols.named(function);
        if (symbol.isEmpty()) {
            return Visibility.UNKNOWN;
        }
        List<Copy> copies = symbol.get().copies();
        boolean global = copies.stream().allMatch(c -> Character.isUpperCase(c.type()));
        return new Visibility(
                copies.size(),
                global ? Visibility.Linkage.GLOBAL : Visibility.Linkage.LOCAL,
                false,
                false,
                copies.stream().flatMap(c -> c.evidence().stream().limit(1)).toList());
    }
}
