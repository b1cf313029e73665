package whence.branches.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import whence.branches.Elimination;
import whence.branches.Evidence;
import whence.branches.Exit;
import whence.branches.ExitFinder;
import whence.branches.Exits;
import whence.branches.JudgedExit;
import whence.branches.value.Premise;
import whence.evidence.Errno;
import whence.evidence.Grade;
import whence.source.SourceTree;

/// The capture of eleven failing bpf() calls against the real source of the kernel that ran.
@Tag("deep")
class BpfEinvalTest {
    private static final String FILE = "kernel/bpf/syscall.c";
    private static final Pattern TRUTH =
            Pattern.compile("\"case\": (\\d+),.*?\"returning_statement\": \"[^\"]*:(\\d+)\"", Pattern.DOTALL);

    @Test
    void the_true_statement_is_always_left_and_mostly_alone() throws Exception {
        String captures = System.getenv("WHENCE_CAPTURES");
        Assumptions.assumeTrue(captures != null, "WHENCE_CAPTURES is not set");
        Path folder = Path.of(captures, "bpf-einval");
        SourceTree tree = KernelTree.with(List.of(FILE));
        ExitFinder finder = new ExitFinder(tree);
        Map<Integer, Integer> truth = truth(Files.readString(folder.resolve("truth.json")));
        int alone = 0;
        List<String> wrong = new ArrayList<>();
        StringBuilder told = new StringBuilder();
        for (int number = 2; number <= 12; number++) {
            List<Exit> left = left(finder, tree, new BpfCapture(folder, number));
            int line = truth.get(number);
            told.append(number)
                    .append(": ")
                    .append(left.stream().map(Exit::line).toList())
                    .append(" true ")
                    .append(line)
                    .append('\n');
            alone += left.size() == 1 ? 1 : 0;
            if (left.stream().noneMatch(exit -> exit.line() == line || exit.returnLine() == line)) {
                wrong.add(number + " should be " + line);
            }
        }
        System.getLogger("whence.branches.test").log(System.Logger.Level.INFO, told.toString());
        assertEquals(List.of(), wrong, told::toString);
        assertTrue(alone >= 8, told.toString());
    }

    private static List<Exit> left(ExitFinder finder, SourceTree tree, BpfCapture call) {
        if (call.entered("bpf_prog_load")) {
            Exits exits = exits(finder, tree, "bpf_prog_load");
            Evidence.Memory memory =
                    new Evidence.Memory("*attr", call.attrBytes(exits), false, seen("the attr of the call"));
            return survivors(exits, returned(call, call.calls("bpf_prog_load").memory(memory)));
        }
        Exits exits = exits(finder, tree, "__sys_bpf");
        long command = exits.constant(call.command).orElseThrow();
        Evidence evidence =
                call.calls("__sys_bpf").holds("cmd", seen("cmd"), command).holds("size", seen("size"), call.size);
        List<Exit> left = survivors(exits, returned(call, evidence));
        boolean passedOn = left.size() == 1
                && "bpf_check_uarg_tail_zero".equals(left.getFirst().callee());
        return passedOn ? tail(finder, tree, call) : left;
    }

    /// One callee deeper: the exit that passed its result on.
    private static List<Exit> tail(ExitFinder finder, SourceTree tree, BpfCapture call) {
        Exits exits = exits(finder, tree, "bpf_check_uarg_tail_zero");
        Evidence evidence = call.calls("bpf_check_uarg_tail_zero")
                .holds("actual_size", seen("size"), call.size)
                .holds(
                        "expected_size",
                        seen("sizeof(attr)"),
                        exits.constant("sizeof(union bpf_attr)").orElseThrow());
        return survivors(exits, returned(call, evidence));
    }

    private static Exits exits(ExitFinder finder, SourceTree tree, String name) {
        return finder.exits(tree.function(name).stream()
                .filter(each -> each.path().equals(FILE))
                .findFirst()
                .orElseThrow());
    }

    private static Evidence returned(BpfCapture call, Evidence evidence) {
        return evidence.returned(-Errno.GENERIC.number(call.errno), seen("strace: " + call.errno));
    }

    private static List<Exit> survivors(Exits exits, Evidence evidence) {
        return Elimination.judge(exits, evidence).stream()
                .filter(each -> each.state() != JudgedExit.State.ELIMINATED)
                .map(JudgedExit::exit)
                .toList();
    }

    private static Premise seen(String text) {
        return new Premise(text, Grade.OBSERVED, List.of());
    }

    private static Map<Integer, Integer> truth(String json) {
        Map<Integer, Integer> lines = new TreeMap<>();
        Matcher each = TRUTH.matcher(json);
        while (each.find()) {
            lines.put(Integer.parseInt(each.group(1)), Integer.parseInt(each.group(2)));
        }
        return lines;
    }
}
