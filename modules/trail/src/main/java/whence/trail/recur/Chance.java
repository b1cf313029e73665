package whence.trail.recur;

/// How surprising a number of hits is.
final class Chance {
    private Chance() {}

    /// Probability of at least `hits` in `trials`, each with probability `p`.
    static double atLeast(int hits, int trials, double p) {
        double sum = 0;
        for (int k = hits; k <= trials; k++) {
            sum += Math.exp(logChoose(trials, k) + k * Math.log(p) + (trials - k) * Math.log1p(-p));
        }
        return Math.min(1, sum);
    }

    private static double logChoose(int n, int k) {
        double log = 0;
        for (int i = 1; i <= n - k; i++) {
            log += Math.log(k + i) - Math.log(i);
        }
        return log;
    }
}
