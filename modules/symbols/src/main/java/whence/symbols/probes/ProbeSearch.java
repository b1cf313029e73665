package whence.symbols.probes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import whence.evidence.Span;
import whence.symbols.facts.FilterFunctions;
import whence.symbols.facts.KernelVersion;
import whence.symbols.facts.KprobeBlacklist;
import whence.symbols.facts.KprobesList;
import whence.symbols.facts.SymbolTable;
import whence.symbols.slides.Hex;
import whence.symbols.slides.Slide;

/// Answers what can be attached to a copy, and which list says so.
public final class ProbeSearch {
    private final SymbolTable base;
    private final Lists lists;
    private final AmbiguousProbe ambiguous;
    private final @Nullable KernelVersion version;
    /// The blacklists of this boot.
    private final List<KprobeBlacklist> fitting;

    /// @param version of the kernel that ran; null where nothing says
    public ProbeSearch(SymbolTable base, Lists lists, @Nullable KernelVersion version) {
        this.base = base;
        this.lists = lists;
        this.version = version;
        this.ambiguous = AmbiguousProbe.of(version);
        this.fitting = lists.blacklists().stream()
                .filter(list -> !list.addressesHidden() && !base.addressesHidden() && sameBoot(list))
                .toList();
    }

    /// The lists of one kernel, with the slide of each; a list without a slide here is of another boot.
    public record Lists(
            List<KprobeBlacklist> blacklists,
            List<KprobesList> standing,
            List<FilterFunctions> traceable,
            Map<String, Slide> slides) {}

    /// @param copies how many symbols bear the name of `row`
    public Probing of(int row, int copies) {
        Answer blocked = blocked(row);
        Answer byAddress = blocked == null ? open(row) : blocked;
        return new Probing(byName(byAddress, copies), byAddress, fentry(row, copies));
    }

    /// Why no kprobe can stand there; null where nothing forbids it.
    private @Nullable Answer blocked(int row) {
        if (!base.text(row)) {
            return Answer.no("it is data (type " + base.type(row) + ")", List.of(base.span(row)));
        }
        String module = base.module(row);
        if (module.equals("bpf") || module.startsWith("__builtin__")) {
            return Answer.no("code made at run time ([" + module + "]) takes no kprobe", List.of(base.span(row)));
        }
        for (KprobeBlacklist list : fitting) {
            Optional<KprobeBlacklist.Range> range = list.at(base.address(row));
            if (range.isPresent()) {
                return Answer.no(
                        "the kprobe blacklist holds " + Hex.of(range.get().start()) + "-"
                                + Hex.of(range.get().end()) + " " + range.get().name(),
                        List.of(range.get().span()));
            }
        }
        return initText(row);
    }

    /// Code of the init sections is gone once the kernel has booted.
    private @Nullable Answer initText(int row) {
        int[] start = base.named("_sinittext");
        int[] end = base.named("_einittext");
        boolean known = start.length == 1 && end.length == 1 && !base.addressesHidden();
        if (known
                && base.module(row).isEmpty()
                && Long.compareUnsigned(base.address(row), base.address(start[0])) >= 0
                && Long.compareUnsigned(base.address(row), base.address(end[0])) < 0) {
            return Answer.no(
                    "it lies in the init text, which is freed after boot",
                    List.of(base.span(start[0]), base.span(end[0])));
        }
        return null;
    }

    private Answer open(int row) {
        if (base.addressesHidden()) {
            return Answer.unknown("its address is hidden");
        }
        for (KprobesList list : lists.standing()) {
            Optional<KprobesList.Entry> entry =
                    list.at(base.address(row)).filter(e -> e.symbol().equals(base.name(row)));
            if (entry.isPresent()) {
                return Answer.yes(
                        "a kprobe stands there: " + list.artifact() + " lists it",
                        List.of(entry.get().span()));
            }
        }
        List<Span> spans = new ArrayList<>(List.of(base.span(row)));
        if (!fitting.isEmpty()) {
            return Answer.yes(
                    "text, and in no range of the kprobe blacklist "
                            + fitting.get(0).artifact(),
                    spans);
        }
        return Answer.unknown(
                "text, but the session has no kprobe blacklist of this boot (/sys/kernel/debug/kprobes/blacklist)");
    }

    /// A blacklist belongs to this boot where the names of its ranges stand at their addresses.
    private boolean sameBoot(KprobeBlacklist list) {
        return list.ranges().stream()
                .limit(64)
                .anyMatch(range ->
                        IntStream.of(base.named(range.name())).anyMatch(row -> base.address(row) == range.start()));
    }

    private Answer byName(Answer byAddress, int copies) {
        if (copies == 1 || byAddress.status() == Answer.Status.NO) {
            return byAddress;
        }
        String why = copies + " symbols bear the name: " + ambiguous.why(version);
        return switch (ambiguous) {
            case REFUSED -> Answer.no(why, List.of());
            case FIRST_TAKEN, UNKNOWN -> Answer.unknown(why);
        };
    }

    private Answer fentry(int row, int copies) {
        if (!base.text(row)) {
            return Answer.no("it is data (type " + base.type(row) + ")", List.of(base.span(row)));
        }
        for (FilterFunctions list : lists.traceable()) {
            SymbolTable table = list.table();
            int[] found = IntStream.of(table.named(base.name(row)))
                    .filter(r -> table.module(r).equals(base.module(row)))
                    .filter(r -> table.addressesHidden() || near(table.address(r), row))
                    .toArray();
            if (found.length == 0) {
                return Answer.no(list.artifact() + " does not list it: ftrace has no entry point in it", List.of());
            }
            if (!table.addressesHidden() || found.length >= copies) {
                return Answer.yes(list.artifact() + " lists it", List.of(table.span(found[0])));
            }
            return Answer.unknown(
                    list.artifact() + " lists " + found.length + " of " + copies + " copies and not which");
        }
        return Answer.unknown("the session has no available_filter_functions");
    }

    /// The list gives the address of the call to ftrace, at or a few bytes behind the start of the function.
    private boolean near(long site, int row) {
        return !base.addressesHidden() && Long.compareUnsigned(site - base.address(row), 32) < 0;
    }
}
