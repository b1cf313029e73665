package whence.bench.symbols;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import whence.bytes.MappedFile;
import whence.bytes.Watch;
import whence.elf.Elf;
import whence.elf.Section;
import whence.elf.dwarf.Dwarf;
import whence.symbols.facts.ElfFacts;
import whence.symbols.read.SymbolReaders;
import whence.timeline.Input;

/// Asks this program and one `addr2line -afi` process of binutils for the same addresses, spread evenly over the
/// text of a vmlinux: how many answers are equal, and how many a second either gives. Arguments: the file, how many
/// addresses.
public final class AddressLinesComparison {
    private static final int WARM_UP = 5;

    private AddressLinesComparison() {}

    public static void main(String[] arguments) throws IOException {
        Path path = Path.of(arguments[0]);
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000;
        try (MappedFile file = MappedFile.open(path)) {
            long openStart = cpuNs();
            Elf elf = Elf.open(file.bytes(), path.toString()).orElseThrow();
            Dwarf.of(elf).orElseThrow();
            System.out.printf(Locale.ROOT, "opened in %.1f ms of CPU%n", (cpuNs() - openStart) / 1e6);
            long tableStart = cpuNs();
            ElfFacts facts = (ElfFacts)
                    SymbolReaders.of("elf").orElseThrow().read(new Input("vmlinux", file.bytes()), Watch.NONE);
            System.out.printf(
                    Locale.ROOT,
                    "%d symbols read in %.0f ms of CPU%n",
                    facts.table().count(),
                    (cpuNs() - tableStart) / 1e6);
            List<Long> addresses = addresses(elf, count);
            double coldSeconds = seconds(elf, addresses);
            for (int i = 0; i < WARM_UP; i++) {
                seconds(elf, addresses);
            }
            double ownSeconds = seconds(elf, addresses);
            Dwarf dwarf = Dwarf.of(elf).orElseThrow();
            List<String> answers =
                    addresses.stream().map(a -> text(dwarf.frames(a))).toList();
            List<String> expected = addr2line(path, addresses);
            double theirSeconds = Double.parseDouble(expected.removeLast());
            int equal = 0;
            for (int i = 0; i < addresses.size(); i++) {
                boolean same = answers.get(i).equals(withoutSymbol(answers.get(i), expected.get(i)));
                equal += same ? 1 : 0;
                if (!same && i - equal < 8) {
                    System.out.printf(
                            Locale.ROOT,
                            "%x%n  own  %s%n  addr2line %s%n",
                            addresses.get(i),
                            answers.get(i),
                            expected.get(i));
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d of %d equal; CPU: addr2line %.2f s (%.0f/s), own on a warm JVM %.2f s (%.0f/s): %.1f times, "
                            + "on a cold one %.2f s: %.1f times%n",
                    equal,
                    count,
                    theirSeconds,
                    count / theirSeconds,
                    ownSeconds,
                    count / ownSeconds,
                    theirSeconds / ownSeconds,
                    coldSeconds,
                    theirSeconds / coldSeconds);
        }
    }

    /// CPU time of all answers, from opening the debug information on: no table is read beforehand.
    private static double seconds(Elf elf, List<Long> addresses) {
        long start = cpuNs();
        Dwarf dwarf = Dwarf.of(elf).orElseThrow();
        int frames = 0;
        for (long address : addresses) {
            frames += dwarf.frames(address).size();
        }
        double seconds = (cpuNs() - start) / 1e9;
        if (frames == 0) {
            throw new IllegalStateException("no address has a line");
        }
        return seconds;
    }

    /// Where debug information names no function, addr2line falls back on the symbol table, which is not asked for
    /// here.
    private static String withoutSymbol(String own, String theirs) {
        return own.startsWith("?? ")
                ? ("?? " + theirs.substring(theirs.indexOf(' ') + 1)).replace("??:?;", "??:0;")
                : theirs;
    }

    private static long cpuNs() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static List<Long> addresses(Elf elf, int count) {
        Section text = elf.section(".text").orElseThrow();
        SplittableRandom random = new SplittableRandom(1);
        List<Long> addresses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            addresses.add(text.address() + random.nextLong(text.size()));
        }
        return addresses;
    }

    /// `0m0.00s 0m0.00s 0m21.80s 0m0.35s`: the shell's own user and system time, then those of its children.
    private static double seconds(String times) {
        String[] parts = times.strip().split("\\s+", -1);
        double total = 0;
        for (String part : List.of(parts[2], parts[3])) {
            String[] minutes = part.replace("s", "").split("m", -1);
            total += Integer.parseInt(minutes[0]) * 60 + Double.parseDouble(minutes[1]);
        }
        return total;
    }

    private static String text(List<Dwarf.Frame> frames) {
        if (frames.isEmpty()) {
            return "?? ??:0;";
        }
        StringBuilder text = new StringBuilder();
        for (Dwarf.Frame frame : frames) {
            String function = frame.function().isEmpty() ? "??" : frame.function();
            String file = frame.file().isEmpty() ? "??" : frame.file();
            String line = frame.line() == 0 && !frame.file().isEmpty() ? "?" : Integer.toString(frame.line());
            text.append(function)
                    .append(' ')
                    .append(file)
                    .append(':')
                    .append(line)
                    .append(';');
        }
        return text.toString();
    }

    private static List<String> addr2line(Path path, List<Long> addresses) throws IOException {
        // "times" of the shell ends its output with the seconds of CPU that its child took.
        Process process = new ProcessBuilder("sh", "-c", "addr2line -afi -e \"$0\"; times", path.toString()).start();
        Thread feeder = Thread.ofPlatform().start(() -> {
            try (OutputStream out = process.getOutputStream()) {
                for (long address : addresses) {
                    out.write((Long.toHexString(address) + "\n").getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException ended) {
                process.destroy();
            }
        });
        List<String> answers = new ArrayList<>();
        StringBuilder answer = new StringBuilder();
        try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("0x")) {
                    if (!answer.isEmpty()) {
                        answers.add(answer.toString());
                    }
                    answer.setLength(0);
                } else if (line.indexOf(':') < 0) {
                    answer.append(line).append(' ');
                } else {
                    answer.append(line.replaceAll(" \\(discriminator \\d+\\)", ""))
                            .append(';');
                }
            }
        }
        int times = answer.indexOf("m", answer.lastIndexOf(";")) - 1;
        answers.add(answer.substring(0, times));
        answers.add(Double.toString(seconds(answer.substring(times))));
        try {
            feeder.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return answers;
    }
}
