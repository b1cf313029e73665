package whence.bench.trail;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import whence.bytes.Watch;
import whence.session.Session;
import whence.session.SessionException;
import whence.trail.Choices;
import whence.trail.Lead;
import whence.trail.Reasoning;

/// Opens a session, finds its leads and walks the first trail, again and again in one virtual machine: what the
/// first round costs, and what a warm one does. Arguments: the session, how many rounds, then `LABEL=TREE` for each
/// source beyond its own.
public final class FirstTrail {
    private static final int STAGES = 3;

    private FirstTrail() {}

    public static void main(String[] arguments) throws SessionException {
        Path path = Path.of(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        long[][] times = new long[rounds][];
        for (int round = 0; round < rounds; round++) {
            times[round] = round(path, Arrays.asList(arguments).subList(2, arguments.length));
        }
        say("first round", times[0]);
        say("middle of the last half", middle(Arrays.copyOfRange(times, rounds / 2, rounds)));
    }

    /// CPU time of all threads for opening, leads, and the first trail.
    private static long[] round(Path path, List<String> sources) throws SessionException {
        long[] spent = new long[STAGES];
        long start = cpuNs();
        try (Session session = Session.open(List.of(path), Watch.NONE)) {
            for (String source : sources) {
                int equals = source.indexOf('=');
                session.addSource(source.substring(0, equals), source.substring(equals + 1), Watch.NONE);
            }
            spent[0] = cpuNs() - start;
            Reasoning reasoning = Reasoning.of(session);
            List<Lead> leads = reasoning.leads(Watch.NONE);
            spent[1] = cpuNs() - start - spent[0];
            if (!leads.isEmpty()) {
                reasoning.trail(leads.getFirst(), Choices.NONE, Watch.NONE);
            }
            spent[2] = cpuNs() - start - spent[0] - spent[1];
        }
        return spent;
    }

    private static long[] middle(long[][] rounds) {
        long[] middle = new long[STAGES];
        for (int stage = 0; stage < STAGES; stage++) {
            int each = stage;
            middle[stage] =
                    Arrays.stream(rounds).mapToLong(r -> r[each]).sorted().toArray()[rounds.length / 2];
        }
        return middle;
    }

    private static void say(String what, long[] spent) {
        System.out.printf(
                Locale.ROOT,
                "%s: open %.0f ms, leads %.0f ms, trail %.0f ms, together %.0f ms of CPU%n",
                what,
                spent[0] / 1e6,
                spent[1] / 1e6,
                spent[2] / 1e6,
                Arrays.stream(spent).sum() / 1e6);
    }

    private static long cpuNs() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }
}
