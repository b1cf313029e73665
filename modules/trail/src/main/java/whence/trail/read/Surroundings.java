package whence.trail.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.bytes.Bytes;
import whence.bytes.Lines;
import whence.evidence.EventKind;
import whence.evidence.Grade;
import whence.evidence.Span;
import whence.session.Artifact;
import whence.symbols.Symbols;
import whence.symbols.facts.KmodFeatures;
import whence.symbols.facts.SymbolTable;
import whence.timeline.Events;
import whence.traces.TraceFields;
import whence.trail.knowledge.Fact;
import whence.trail.link.SystemCall;

/// What a session says about the machine and the task beside the call itself, in the words that rules are
/// written in:
/// settings, what kmod can unpack, who the task is, what the kernel said about it.
public final class Surroundings {
    /// Settings and versions stand in small files; large ones are logs and traces.
    private static final long LARGEST = 1 << 18;
    private static final int LONGEST_LINE = 400;
    /// More kernel lines than this are not searched for words about a task.
    private static final int MOST_LINES = 200_000;
    private static final int FIRST_LINES = 2000;
    private static final Pattern SYSCTL =
            Pattern.compile("((?:kernel|net|vm|user|fs|dev)\\.[a-z0-9_./-]+)\\s*=\\s*(-?\\w+)");
    private static final Pattern LOCKED_DOWN =
            Pattern.compile("(?=none |\\[none\\] ).*\\[(none|integrity|confidentiality)\\].*");
    private static final Pattern PID = Pattern.compile("\\bpid=(\\d+)\\b");
    private static final Pattern AUDITED = Pattern.compile("\\btype=1326 |^SECCOMP ");
    private static final Pattern BOOTED = Pattern.compile("^(?:Kernel command|Command) line: (.*)");
    private static final int EPERM = 1;
    private static final Pattern LOCKDOWN = Pattern.compile("Lockdown: (.{1,15}): ");
    /// What lockdown and seccomp answer with.
    private static final Set<String> REFUSED = Set.of("EPERM", "EACCES", "ENOSYS");

    private final Material material;
    private final List<Fact> settings = new ArrayList<>();

    Surroundings(Material material, Symbols symbols, Optional<Release> release) {
        this.material = material;
        release.ifPresent(r -> settings.add(new Fact("release", r.release(), r.grade(), r.evidence())));
        symbols.base()
                .filter(SymbolTable::addressesHidden)
                .ifPresent(table -> settings.add(Fact.observed("kallsyms", "all-zero", table.span(0))));
        Set<String> known = new HashSet<>();
        booted().ifPresent(line -> {
            settings.add(line);
            known.add("cmdline");
        });
        for (Artifact artifact : material.session().artifacts()) {
            Bytes bytes = material.session().bytes(artifact);
            if (bytes.size() <= LARGEST) {
                read(artifact, bytes, known);
            }
        }
    }

    private void read(Artifact artifact, Bytes bytes, Set<String> known) {
        Lines lines = new Lines(bytes);
        while (lines.next()) {
            if (lines.length() < LONGEST_LINE) {
                String text = lines.text().strip();
                Span span = new Span(artifact.path(), lines.number(), lines.start(), lines.length());
                Matcher setting = SYSCTL.matcher(text);
                if (setting.matches() && known.add(setting.group(1))) {
                    settings.add(Fact.observed("sysctl." + setting.group(1), setting.group(2), span));
                }
                machine(artifact, text, known).ifPresent(key -> settings.add(Fact.observed(key.name, key.value, span)));
                if (text.contains("kmod version")) {
                    KmodFeatures.in(text).filter(kmod -> known.add("kmod")).ifPresent(kmod -> kmod(kmod, span));
                }
            }
        }
    }

    private record Named(String name, String value) {}

    /// `/sys/kernel/security/lockdown` and `/proc/cmdline`.
    private Optional<Named> machine(Artifact artifact, String text, Set<String> known) {
        Matcher lockdown = LOCKED_DOWN.matcher(text);
        if (lockdown.matches() && known.add("lockdown")) {
            return Optional.of(new Named("lockdown", lockdown.group(1)));
        }
        boolean cmdline = text.startsWith("BOOT_IMAGE=")
                || material.session().format(artifact).filter("cmdline"::equals).isPresent();
        return cmdline && !text.isEmpty() && known.add("cmdline")
                ? Optional.of(new Named("cmdline", text))
                : Optional.empty();
    }

    private void kmod(KmodFeatures kmod, Span span) {
        kmod.version().ifPresent(version -> settings.add(Fact.observed("kmod.version", String.valueOf(version), span)));
        settings.add(Fact.observed(
                "kmod.reads", String.join(" ", kmod.reads().stream().sorted().toList()), span));
        settings.add(Fact.observed(
                "kmod.refuses",
                String.join(" ", kmod.refuses().stream().sorted().toList()),
                span));
    }

    /// What the kernel was booted with, from the first lines of its log.
    private Optional<Fact> booted() {
        for (Material.Part part : material.parts()) {
            int rows = Math.min(part.events().count(), FIRST_LINES);
            for (int row = 0; row < rows; row++) {
                if (part.events().kind(row) == EventKind.KERNEL) {
                    Matcher line = BOOTED.matcher(part.text(row));
                    if (line.find()) {
                        return Optional.of(Fact.observed("cmdline", line.group(1), part.span(row)));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /// Of the machine.
    public List<Fact> settings() {
        return List.copyOf(settings);
    }

    /// Whether /proc/kallsyms shows no address to anyone.
    public boolean hidesFromRoot() {
        return settings.stream()
                .anyMatch(f -> f.key().equals("sysctl.kernel.kptr_restrict")
                        && f.value().equals("2"));
    }

    /// Of the machine, of a call that failed and of its task.
    public List<Fact> around(SystemCall call) {
        List<Fact> all = new ArrayList<>(settings);
        all.addAll(new CallFacts(material).of(call));
        uid(call).ifPresent(all::add);
        if (REFUSED.contains(call.error())) {
            all.addAll(said(call));
        }
        return all;
    }

    /// From what the task asked, else from an exec of it in a trace that writes users.
    private Optional<Fact> uid(SystemCall call) {
        Calls calls = new Calls(material);
        return calls.named("geteuid").stream()
                .filter(asked -> asked.tid() == call.tid() && asked.result() >= 0)
                .map(asked -> new Fact("uid", String.valueOf(asked.result()), Grade.DERIVED, asked.spans()))
                .findFirst()
                .or(() -> uid(call.tid()));
    }

    /// From an exec of the task in a trace that writes users.
    private Optional<Fact> uid(int task) {
        for (Material.Part part : material.parts()) {
            Events events = part.events();
            if (task > 0 && events.column(TraceFields.UID) != null) {
                for (int row = 0; row < events.count(); row++) {
                    long uid = events.number(TraceFields.UID, row);
                    if (events.kind(row) == EventKind.EXEC && events.pid(row) == task && uid != Events.NO_NUMBER) {
                        return Optional.of(
                                new Fact("uid", String.valueOf(uid), Grade.DERIVED, List.of(part.span(row))));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /// Lines of the kernel that name the task: audit by its number, lockdown by its name. That they speak of this call
    /// of it is assumed.
    private List<Fact> said(SystemCall call) {
        List<Fact> lines = new ArrayList<>();
        int seen = 0;
        for (Material.Part part : material.parts()) {
            for (int row = 0; row < part.events().count() && seen < MOST_LINES && lines.isEmpty(); row++) {
                if (part.events().kind(row) == EventKind.KERNEL) {
                    seen++;
                    String text = part.text(row);
                    if (names(text, call)) {
                        lines.add(new Fact("line", text, Grade.ASSUMED, List.of(part.span(row))));
                    }
                }
            }
        }
        return lines;
    }

    private static boolean names(String text, SystemCall call) {
        Matcher lockdown = LOCKDOWN.matcher(text);
        Matcher pid = PID.matcher(text);
        return (lockdown.find() && call.errno() == EPERM && lockdown.group(1).equals(call.comm()))
                || (AUDITED.matcher(text).find() && pid.find() && pid.group(1).equals(String.valueOf(call.tid())));
    }
}
