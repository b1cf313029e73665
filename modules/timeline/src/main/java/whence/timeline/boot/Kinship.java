package whence.timeline.boot;

import whence.timeline.Events;

/// Whether two kernel logs are of one boot, as their lines tell.
enum Kinship {
    SAME,
    APART,
    UNKNOWN;

    private static final int FEW = 5;
    private static final int MANY = 20;
    /// Shorter times between two lines agree by chance, and so do lines stamped before the clock runs.
    private static final long TELLING_US = 100;

    /// By the times between lines that both hold, to the microsecond, where both have printk's stamps; two boots of one
    /// machine print the same lines at other times. Else by lines that differ in their numbers alone, such as those
    /// that hold the date, a frequency or an address: what one boot printed once it did not print once otherwise.
    static Kinship of(KernelLog a, KernelLog b) {
        return a.isStamped() && b.isStamped() ? byStamps(a, b) : byNumbers(a, b);
    }

    private static Kinship byStamps(KernelLog a, KernelLog b) {
        int telling = 0;
        int agreeing = 0;
        long lastA = Events.NO_NUMBER;
        long lastB = Events.NO_NUMBER;
        for (var line : a.lines().entrySet()) {
            long there = b.lines().getOrDefault(line.getKey(), Events.NO_NUMBER);
            long here = line.getValue();
            if (counts(here) && counts(there)) {
                if (lastA != Events.NO_NUMBER
                        && (Math.abs(here - lastA) > TELLING_US || Math.abs(there - lastB) > TELLING_US)) {
                    telling++;
                    agreeing += Math.abs((here - lastA) - (there - lastB)) <= 1 ? 1 : 0;
                }
                lastA = here;
                lastB = there;
            }
        }
        return telling < FEW ? UNKNOWN : agreeing * 2 >= telling ? SAME : APART;
    }

    private static boolean counts(long micros) {
        return micros != Events.NO_NUMBER && micros > 0 && KernelLog.isOnce(micros);
    }

    private static Kinship byNumbers(KernelLog a, KernelLog b) {
        long shared = a.lines().keySet().stream().filter(b.lines()::containsKey).count();
        long differing = a.alike().entrySet().stream()
                .filter(one -> {
                    Long other = b.alike().get(one.getKey());
                    return other != null
                            && KernelLog.isOnce(one.getValue())
                            && KernelLog.isOnce(other)
                            && !other.equals(one.getValue())
                            && !b.lines().containsKey(one.getValue())
                            && !a.lines().containsKey(other);
                })
                .count();
        return shared < MANY ? UNKNOWN : differing >= 2 ? APART : differing == 0 ? SAME : UNKNOWN;
    }
}
