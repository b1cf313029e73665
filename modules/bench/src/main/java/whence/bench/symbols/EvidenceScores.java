package whence.bench.symbols;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import whence.bytes.MappedFile;
import whence.bytes.Watch;
import whence.elf.Elf;
import whence.elf.dwarf.Dwarf;
import whence.evidence.Grade;
import whence.session.DefinedInTree;
import whence.source.SourceTree;
import whence.symbols.facts.ElfFacts;
import whence.symbols.facts.SymbolTable;
import whence.symbols.objects.CompileUnits;
import whence.symbols.objects.FileEntries;
import whence.symbols.objects.ObjectClaim;
import whence.symbols.objects.ObjectEvidence;
import whence.symbols.objects.SourceOrder;
import whence.symbols.objects.TwinObjects;
import whence.symbols.read.SymbolReaders;
import whence.symbols.slides.Slide;
import whence.symbols.slides.SlideSearch;
import whence.timeline.Input;

/// Scores the weaker kinds of evidence for objects against `STT_FILE`: for every copy of every name of code that a
/// kernel bears more than once. Arguments: kallsyms of the kernel, its vmlinux with debug information, and its
/// source tree for the kind that needs one.
public final class EvidenceScores {
    private EvidenceScores() {}

    public static void main(String[] arguments) throws IOException {
        try (MappedFile list = MappedFile.open(Path.of(arguments[0]));
                MappedFile linked = MappedFile.open(Path.of(arguments[1]))) {
            SymbolTable base = (SymbolTable) read("kallsyms", new Input("kallsyms", list.bytes()));
            ElfFacts vmlinux = (ElfFacts) read("elf", new Input("vmlinux", linked.bytes()));
            Slide slide = new SlideSearch(base, vmlinux.table()).find().orElseThrow();
            Elf elf = vmlinux.elf().orElseThrow();
            ObjectEvidence truth = new FileEntries(base, List.of(vmlinux.table()), Map.of("vmlinux", slide));
            Dwarf dwarf = Dwarf.of(elf).orElseThrow();
            List<ObjectEvidence> kinds = new ArrayList<>(List.of(
                    new CompileUnits(base, List.of(new CompileUnits.Source(elf, dwarf, slide))),
                    new TwinObjects(base)));
            if (arguments.length > 2) {
                SourceTree tree = SourceTree.open("source", arguments[2], Watch.NONE);
                kinds.add(new SourceOrder(base, new DefinedInTree(tree)));
            }
            int[] rows = copies(base);
            System.out.printf(
                    Locale.ROOT,
                    "slide: %s%n%d copies of ambiguous names of code in the kernel%n",
                    slide.why(),
                    rows.length);
            System.out.println("| kind | answers | right | wrong | wrong at observed or derived |");
            System.out.println("|---|---|---|---|---|");
            for (ObjectEvidence kind : kinds) {
                score(base, rows, truth, kind);
            }
        }
    }

    private static Object read(String format, Input input) {
        return SymbolReaders.of(format).orElseThrow().read(input, Watch.NONE);
    }

    private static int[] copies(SymbolTable base) {
        List<Integer> rows = new ArrayList<>();
        base.eachName(first -> {
            int[] same = IntStream.of(base.named(base.name(first)))
                    .filter(row -> base.text(row) && base.module(row).isEmpty())
                    .toArray();
            if (same.length > 1) {
                IntStream.of(same).forEach(rows::add);
            }
        });
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void score(SymbolTable base, int[] rows, ObjectEvidence truth, ObjectEvidence kind) {
        int answers = 0;
        int right = 0;
        int graveWrong = 0;
        int noTruth = 0;
        for (int row : rows) {
            Optional<ObjectClaim> expected = truth.of(row);
            Optional<ObjectClaim> claim = kind.of(row);
            if (claim.isEmpty()) {
                continue;
            }
            if (expected.isEmpty()) {
                noTruth++;
                continue;
            }
            answers++;
            Function<ObjectClaim, String> file =
                    c -> c.object() == null ? "" : c.object().replaceAll(".*/", "");
            boolean same = file.apply(claim.get()).equals(file.apply(expected.get()));
            right += same ? 1 : 0;
            if (!same) {
                graveWrong += claim.get().grade() == Grade.ASSUMED ? 0 : 1;
                System.out.println("  " + base.name(row) + ": " + claim.get().object() + ", STT_FILE says "
                        + expected.get().object());
            }
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | (%d without truth)%n",
                kind.kind(),
                answers,
                right,
                answers - right,
                graveWrong,
                noTruth);
    }
}
