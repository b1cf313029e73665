package whence.logs.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes the lines of one report apart as they come: who ran, where it stood, the trace, registers, code, modules. Of
/// x86, arm64, s390x and ppc64. One thread.
final class Body {
    private static final Pattern TASK = Pattern.compile(
            "CPU: (\\d+) (?:UID: \\d+ )?PID: (\\d+) Comm: (.{1,16}?) (?:(Not tainted)|(?:[Kk]dump: loaded )?Tainted: ([A-Z ]+?)|.*?)(?: +[\\[(]?\\d.*|$)");
    private static final Pattern TAINT = Pattern.compile("Tainted: ((?:[A-Z] *)+)");
    private static final Pattern WARNED = Pattern.compile("WARNING: CPU: (\\d+) PID: (\\d+) at .*");
    private static final Pattern TASK_OF_TITLE = Pattern.compile(
            "INFO: task (.{1,16}):(\\d+) blocked.*|.*\\[(.{1,16}):(\\d+)\\]$|(.{1,16}) invoked oom-killer.*");
    private static final Pattern PLACE = Pattern.compile(
            "^(?:RIP: (?:0010|0018|e030):|RIP  ?\\[?|pc : |PC is at |NIP \\[[0-9a-f]+\\] |Krnl PSW : [0-9a-f]+ [0-9a-f]+ \\(|epc : )(.*)");
    private static final Pattern CODE = Pattern.compile("^(?:Code: |Instruction dump:|Krnl Code: ?)(.*)");
    private static final Pattern MODULES = Pattern.compile("^Modules linked in: ?(.*)");
    private static final Pattern TRACE =
            Pattern.compile("^(Call Trace:.*|Call trace:.*|stack backtrace:|Call Trace: *|Backtrace:.*)$");
    private static final Pattern FRAME = Pattern.compile("^(?:\\(?\\[<?[0-9a-f]{8,16}>?\\] ?)*(?:\\? )?\\(?"
            + "[A-Za-z_.$][\\w.$]*\\+0x[0-9a-f]+(?:/0x[0-9a-f]+)?.*");
    private static final Pattern REGISTER = Pattern.compile(
            "\\b(R[A-Z0-9]{1,2}|E[A-Z]{2}|CR\\d|DR\\d|[FGC]S|x\\d{1,2}|sp|lr|pc|pstate|NIP|LR|CTR|MSR|CR|XER|GPR\\d{2}|EFLAGS|RFLAGS)\\s*: ?((?:[0-9a-f]{4}:)?[0-9a-f]{4,16})\\b");
    private static final Pattern DETAIL = Pattern.compile(
            "^(Hardware name: |(?:In)?\\S* ?(?:irq|Irq) ?event stamp|hardirqs |softirqs |#?PF: |PGD |CR2: |DR\\d: |PKRU|FS: |CS: |RSP: |R\\S\\S: |E\\S\\S: |</?(?:TASK|IRQ|NMI|SOFTIRQ|EOE)>"
                    + "|Mem abort info:|ESR|EC = |SET = |EA = |FSC = |Data abort|ISV|CM = |user pgtable|swapper pgtable|\\[[0-9a-f]{16}\\] p|pstate: |sp : |lr : |x\\d+: "
                    + "|Krnl |Last Breaking|GPR\\d\\d: |NIP:|REGS:|MSR: |CFAR: |LR \\[|NIP \\[|Read of size|Write of size|Allocated by|Freed by|Last potentially|The buggy|Memory state|page:|raw: "
                    + "|>?[0-9a-fx]+: (?:[0-9a-f]{2} ){4,}|flags: |Kernel Offset|Mem-Info|Node \\d|active_|Tasks state|oom-kill:|task:|Workqueue: |Preemption disabled|in_atomic|preempt_count"
                    + "|RCU nest|no locks held|\\d+ locks? held|other info|stack backtrace|lock\\(|\\*\\*\\* DEADLOCK|the existing|which lock|but task|ffff[0-9a-f]|-> #|#\\d: |=====|-----|\"echo 0 >|Not tainted|Tainted"
                    + "|Sending NMI|NMI backtrace|.*t=\\d+ jiffies|Fixing recursive|Dumping ftrace|Rebooting in|Oops#|note: .* exited|Swap cache|Free swap|Total swap|\\d+ (?:pages|total))");

    private final List<Frame> trace = new ArrayList<>();
    private final Map<String, String> registers = new LinkedHashMap<>();
    private final List<String> modules = new ArrayList<>();
    private Optional<Frame> at = Optional.empty();
    private String task = "";
    private String taint = "";
    private String code = "";
    private int pid = -1;
    private int cpu = -1;
    private boolean inTrace;

    /// Takes a line; says whether it is one that reports are made of.
    boolean take(String raw) {
        String line = raw.strip();
        boolean known = task(line);
        known |= place(line);
        known |= code(line);
        known |= modules(line);
        known |= registers(line);
        return known || traced(line) || DETAIL.matcher(line).find();
    }

    /// Takes what the opening line itself says.
    void takeTitle(String line) {
        Matcher who = TASK_OF_TITLE.matcher(line);
        Matcher warned = WARNED.matcher(line);
        if (warned.matches()) {
            cpu = number(warned.group(1));
            pid = number(warned.group(2));
            at = Frame.in(line);
        } else if (who.matches()) {
            task = first(who.group(1), who.group(3), who.group(5));
            pid = number(first(who.group(2), who.group(4), ""));
        }
    }

    private boolean task(String line) {
        Matcher who = TASK.matcher(line);
        if (!who.matches()) {
            return false;
        }
        cpu = number(who.group(1));
        pid = number(who.group(2));
        task = who.group(3).strip();
        Matcher letters = TAINT.matcher(line);
        taint = letters.find() ? letters.group(1).replace(" ", "") : "";
        return true;
    }

    private boolean place(String line) {
        Matcher place = PLACE.matcher(line);
        if (!place.matches()) {
            return false;
        }
        if (at.isEmpty()) {
            at = Frame.in(place.group(1));
        }
        return true;
    }

    private boolean code(String line) {
        Matcher found = CODE.matcher(line);
        if (!found.matches()) {
            return false;
        }
        code = code.isEmpty() ? found.group(1).strip() : code;
        return true;
    }

    private boolean modules(String line) {
        Matcher found = MODULES.matcher(line);
        if (!found.matches()) {
            return false;
        }
        for (String module :
                found.group(1).replaceAll("\\[last unloaded:.*", "").split(" +", -1)) {
            if (!module.isEmpty()) {
                modules.add(module.replaceAll("\\(.*", ""));
            }
        }
        return true;
    }

    private boolean registers(String line) {
        Matcher register = REGISTER.matcher(line);
        boolean any = false;
        while (register.find()) {
            registers.putIfAbsent(register.group(1), register.group(2));
            any = true;
        }
        return any;
    }

    private boolean traced(String line) {
        if (TRACE.matcher(line).matches()) {
            inTrace = true;
            return true;
        }
        if (!FRAME.matcher(line).matches()) {
            inTrace &= line.startsWith("<") || line.isEmpty();
            return false;
        }
        // Frames outside a trace (allocation stacks of KASAN, the second line of RIP) belong to the report, not to it.
        if (inTrace) {
            Frame.in(line).ifPresent(trace::add);
        }
        return true;
    }

    KernelReport report(ReportKind kind, String title, List<Integer> rows, boolean cutOff) {
        return new KernelReport(kind, title, task, pid, cpu, taint, at, trace, registers, code, modules, rows, cutOff);
    }

    private static String first(String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null) {
                return candidate;
            }
        }
        return "";
    }

    private static int number(String digits) {
        return digits.isEmpty() || digits.length() > 9 ? -1 : Integer.parseInt(digits);
    }
}
