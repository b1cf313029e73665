package whence.traces.tally;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// What a tracer gathered under one key.
public sealed interface Amount {
    /// In one line, as a list shows it.
    String summary();

    /// A number, a string, a tuple, an address: as the tracer printed it.
    record Written(String text) implements Amount {
        @Override
        public String summary() {
            return text;
        }

        /// Empty where it is no decimal number of 64 bits.
        public OptionalLong number() {
            try {
                return OptionalLong.of(Long.parseLong(text));
            } catch (NumberFormatException none) {
                return OptionalLong.empty();
            }
        }
    }

    /// What `stats()` keeps; the average is the tracer's own, cut to a whole number.
    record Stats(long count, long average, long total) implements Amount {
        @Override
        public String summary() {
            return "count " + count + ", average " + average + ", total " + total;
        }
    }

    /// A stack that was stored, innermost frame first, as printed.
    record Stack(List<String> frames) implements Amount {
        public Stack {
            frames = List.copyOf(frames);
        }

        @Override
        public String summary() {
            return String.join(" < ", frames);
        }
    }

    /// How values are distributed. Buckets ascend and do not overlap; tracers leave empty ones out at either end.
    record Histogram(List<Bucket> buckets) implements Amount {
        public Histogram {
            buckets = List.copyOf(buckets);
        }

        /// Values in all buckets together.
        public long total() {
            return buckets.stream().mapToLong(Bucket::count).sum();
        }

        /// The largest count of a bucket, 0 without buckets: what the longest bar stands for.
        public long most() {
            return buckets.stream().mapToLong(Bucket::count).max().orElse(0);
        }

        @Override
        public String summary() {
            long most = most();
            String where = buckets.stream()
                    .filter(bucket -> bucket.count() == most)
                    .limit(3)
                    .map(Bucket::label)
                    .collect(Collectors.joining(", "));
            return total() + (total() == 1 ? " value" : " values") + (most == 0 ? "" : ", most in " + where);
        }
    }
}
