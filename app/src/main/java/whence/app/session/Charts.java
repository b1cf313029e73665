package whence.app.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import whence.app.model.Chart;
import whence.traces.tally.Amount;
import whence.traces.tally.Tally;

/// What a tracer gathered, as bars: each histogram, and each map whose keys have numbers.
final class Charts {
    private static final int MOST = 16;

    private Charts() {}

    static List<Chart> of(List<Tally> tallies) {
        List<Chart> charts = new ArrayList<>();
        Map<String, List<Chart.Bar>> counts = new LinkedHashMap<>();
        for (Tally tally : tallies) {
            switch (tally.amount()) {
                case Amount.Histogram histogram -> charts.add(chart(tally, histogram));
                case Amount.Written written -> count(tally, written, counts);
                case Amount.Stats stats ->
                    counts.computeIfAbsent(tally.map() + ", counts", m -> new ArrayList<>())
                            .add(new Chart.Bar(tally.key(), stats.count()));
                case Amount.Stack stack -> {}
            }
        }
        counts.forEach((map, bars) -> {
            if (bars.size() > 1) {
                charts.add(new Chart(map, bars));
            }
        });
        return charts.stream().limit(MOST).toList();
    }

    private static Chart chart(Tally tally, Amount.Histogram histogram) {
        return new Chart(
                tally.name(),
                histogram.buckets().stream()
                        .map(bucket -> new Chart.Bar(bucket.label(), bucket.count()))
                        .toList());
    }

    private static void count(Tally tally, Amount.Written written, Map<String, List<Chart.Bar>> counts) {
        OptionalLong number = written.number();
        if (number.isPresent() && number.getAsLong() >= 0) {
            counts.computeIfAbsent(tally.map(), m -> new ArrayList<>())
                    .add(new Chart.Bar(tally.key(), number.getAsLong()));
        }
    }
}
