package whence.timeline.witness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import whence.bytes.Watch;
import whence.timeline.Events;
import whence.timeline.Field;

/// What stood where a log shows `[33B blob data]`: a message of that length, which cannot be printed, by the same
/// sender in another artifact within two seconds. Where the candidates' texts differ there is no answer.
final class HiddenTexts {
    /// Length in bytes of a message that the artifact does not show.
    static final Field BLOB = Field.number("blob");

    private static final long TWIN_NS = 2_000_000_000L;

    private final List<Events> artifacts;
    private final List<Moments> moments;
    private final Keys keys;
    private final Map<String, List<Candidate>> candidates = new HashMap<>();

    /// @param row in `artifact`
    private record Candidate(int artifact, int row, String text) {}

    HiddenTexts(List<Events> artifacts, List<Moments> moments, Keys keys, Watch watch) {
        this.artifacts = artifacts;
        this.moments = moments;
        this.keys = keys;
        long[] times = IntStream.range(0, artifacts.size())
                .boxed()
                .flatMapToLong(i -> IntStream.range(0, artifacts.get(i).count())
                        .filter(row -> isHidden(artifacts.get(i), row))
                        .mapToObj(moments.get(i)::realtime)
                        .flatMapToLong(OptionalLong::stream))
                .sorted()
                .toArray();
        for (int i = 0; times.length > 0 && i < artifacts.size(); i++) {
            watch.check();
            collect(i, times);
        }
    }

    static boolean isHidden(Events events, int row) {
        return events.number(BLOB, row) != Events.NO_NUMBER;
    }

    private void collect(int artifact, long[] times) {
        Events events = artifacts.get(artifact);
        for (int row = 0; row < events.count(); row++) {
            if (!isHidden(events, row) && isNear(artifact, row, times)) {
                String text = keys.text(events, row);
                if (text.contains("\\x")) {
                    candidates
                            .computeIfAbsent(name(events, row, text, unescapedLength(text)), k -> new ArrayList<>())
                            .add(new Candidate(artifact, row, text));
                }
            }
        }
    }

    private boolean isNear(int artifact, int row, long[] times) {
        OptionalLong time = moments.get(artifact).realtime(row);
        if (time.isEmpty()) {
            return false;
        }
        long reach = TWIN_NS + moments.get(artifact).error(row);
        int from = Arrays.binarySearch(times, time.getAsLong() - reach);
        int next = from < 0 ? -from - 1 : from;
        return next < times.length && times[next] <= time.getAsLong() + reach;
    }

    private String name(Events events, int row, String text, long length) {
        return RecordText.sender(events, row, text) + '\u0000' + length;
    }

    /// What journalctl says is the length of a text, bytes of UTF-8 with each `\xNN` for one: it has taken colours off
    /// by then, and made eight blanks of each tab.
    static long unescapedLength(String shown) {
        String text = RecordText.forPeople(shown);
        long length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && text.startsWith("\\x", i) && i + 3 < text.length()) {
                i += 3;
                length++;
            } else {
                // Half of a surrogate pair's four bytes.
                length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
            }
        }
        return length;
    }

    /// The text that a record hides; empty where nothing, or more than one thing, may have stood there.
    Optional<String> of(int artifact, int row) {
        Events events = artifacts.get(artifact);
        OptionalLong time = moments.get(artifact).realtime(row);
        if (time.isEmpty()) {
            return Optional.empty();
        }
        Set<String> texts = candidates.getOrDefault(name(events, row, "", events.number(BLOB, row)), List.of()).stream()
                .filter(one -> one.artifact() != artifact && near(one, artifact, row, time.getAsLong()))
                .map(Candidate::text)
                .collect(Collectors.toSet());
        return texts.size() == 1 ? Optional.of(texts.iterator().next()) : Optional.empty();
    }

    private boolean near(Candidate one, int artifact, int row, long time) {
        Moments theirs = moments.get(one.artifact());
        long reach = TWIN_NS + theirs.error(one.row()) + moments.get(artifact).error(row);
        return Math.abs(theirs.realtime(one.row()).orElse(Long.MAX_VALUE / 2) - time) <= reach;
    }
}
