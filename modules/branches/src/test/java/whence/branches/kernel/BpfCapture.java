package whence.branches.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.branches.Evidence;
import whence.branches.Exits;
import whence.branches.value.KnownBytes;
import whence.branches.value.Layout;
import whence.branches.value.Premise;
import whence.evidence.Grade;

/// One failing call of the capture, joined by the plainest means: the probes of one pid between entry and return.
final class BpfCapture {
    private static final Pattern HIT =
            Pattern.compile("-(\\d+)\\s+\\[\\d+] \\S+\\s+[\\d.]+: (\\w+): \\((\\w+)\\+0x[^)]*?(?:<- (\\w+))?\\)(.*)");
    private static final Pattern CALL =
            Pattern.compile("^(\\d+) .* bpf\\((\\w+), (.*), (\\d+)\\) = -1 (\\w+)", Pattern.MULTILINE);
    private static final Pattern MEMBER = Pattern.compile("(?<![\\w.])(\\w+)=(0x[0-9a-f]+|\\d+|[A-Z][A-Z0-9_]+)");

    private final List<String> trace;
    private final Set<String> probed;
    final String pid;
    final String command;
    final String attr;
    final long size;
    final String errno;

    BpfCapture(Path folder, int number) throws IOException {
        this.trace = Files.readAllLines(folder.resolve("trace_pipe.txt"));
        Matcher call = CALL.matcher(Files.readString(folder.resolve("strace-%02d.txt".formatted(number))));
        if (!call.find()) {
            throw new IOException("no failing bpf() in strace " + number);
        }
        this.pid = call.group(1);
        this.command = call.group(2);
        this.attr = call.group(3);
        this.size = Long.parseLong(call.group(4));
        this.errno = call.group(5);
        this.probed = probed(Files.readAllLines(folder.resolve("kprobe_events.txt")));
    }

    private static Set<String> probed(List<String> definitions) {
        Set<String> found = new LinkedHashSet<>();
        definitions.stream().filter(line -> line.startsWith("p:")).forEach(line -> found.add(line.split(" ")[1]));
        return found;
    }

    private record Event(String function, boolean returns, String caller, String rest) {}

    private List<Event> events() {
        List<Event> events = new ArrayList<>();
        for (String line : trace) {
            Matcher hit = HIT.matcher(line);
            if (hit.find() && hit.group(1).equals(pid)) {
                boolean returns = hit.group(4) != null;
                events.add(new Event(
                        returns ? hit.group(4) : hit.group(3), returns, returns ? hit.group(3) : "", hit.group(5)));
            }
        }
        return events;
    }

    boolean entered(String function) {
        return events().stream()
                .anyMatch(event -> !event.returns() && event.function().equals(function));
    }

    private static Premise seen(String text) {
        return new Premise(text, Grade.OBSERVED, List.of());
    }

    /// What probes say of the first invocation of a function.
    Evidence calls(String function) {
        Evidence evidence = Evidence.NONE;
        Map<String, List<Long>> gave = new LinkedHashMap<>();
        Set<String> ran = new LinkedHashSet<>();
        boolean inside = false;
        for (Event event : events()) {
            if (event.function().equals(function)) {
                inside = !event.returns() && gave.isEmpty() && ran.isEmpty();
            } else if (inside && event.returns() && event.caller().equals(function)) {
                gave.computeIfAbsent(event.function(), absent -> new ArrayList<>())
                        .add(number(event.rest()));
            } else if (inside) {
                ran.add(event.function());
            }
        }
        for (Map.Entry<String, List<Long>> each : gave.entrySet()) {
            evidence = evidence.hit(each.getKey(), seen(each.getKey() + " was called"));
            long[] values = each.getValue().stream().mapToLong(Long::longValue).toArray();
            evidence = evidence.gave(each.getKey(), seen(each.getKey() + " gave " + each.getValue()), values);
        }
        for (String name : probed) {
            boolean missed = !ran.contains(name) && !gave.containsKey(name) && !name.equals(function);
            evidence = missed ? evidence.miss(name, seen(name + " was not hit")) : evidence;
        }
        return evidence;
    }

    private static long number(String rest) {
        String text = rest.replaceAll(".*ret=", "").strip();
        return text.startsWith("0x") ? Long.parseUnsignedLong(text.substring(2), 16) : Long.parseLong(text);
    }

    /// The bytes of the attr that strace decoded, by the layout of the source.
    KnownBytes attrBytes(Exits exits) {
        KnownBytes bytes = KnownBytes.unknown();
        Layout layout = exits.layout("union bpf_attr");
        String plain = attr.replaceAll("insns=\\[.*?]", "").replaceAll("/\\*.*?\\*/", "");
        Matcher member = MEMBER.matcher(plain);
        while (layout != null && member.find()) {
            Layout.Field field = layout.field(member.group(1));
            OptionalLong value = value(member.group(2), exits);
            boolean wide = field != null && field.type().base().endsWith("64");
            if (field != null && value.isPresent() && !field.type().isArray()) {
                bytes = bytes.with(field.offset(), wide ? 8 : 4, value.getAsLong());
            }
        }
        return attr.startsWith("{") ? tail(bytes) : bytes;
    }

    private static OptionalLong value(String text, Exits exits) {
        if (text.startsWith("0x")) {
            return OptionalLong.of(Long.parseUnsignedLong(text.substring(2), 16));
        }
        return Character.isDigit(text.charAt(0)) ? OptionalLong.of(Long.parseLong(text)) : exits.constant(text);
    }

    /// What lies behind the fields strace knows is zero, or printed as extra_data.
    private KnownBytes tail(KnownBytes decoded) {
        Matcher extra =
                Pattern.compile("extra_data=\"([^\"]*)\" /\\* bytes (\\d+)").matcher(attr);
        if (!extra.find()) {
            return decoded.zeros(128, size);
        }
        String[] digits = extra.group(1).substring(2).split("\\\\x");
        KnownBytes bytes = decoded;
        for (int i = 0; i < digits.length; i++) {
            bytes = bytes.with(Long.parseLong(extra.group(2)) + i, 1, Integer.parseInt(digits[i], 16));
        }
        return bytes;
    }
}
