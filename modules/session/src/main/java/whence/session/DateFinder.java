package whence.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import whence.bytes.Watch;
import whence.timeline.Events;
import whence.timeline.Texts;
import whence.timeline.boot.BootSearch;
import whence.timeline.clock.Anchor;
import whence.timeline.clock.SessionClocks;
import whence.timeline.clock.TwinAnchors;
import whence.timeline.dating.DateSearch;
import whence.timeline.dating.Dates;
import whence.timeline.dating.Dating;
import whence.timeline.dating.Known;

/// Dates what artifacts leave open, by what they share with others: first by those that have dates, then by those that
/// got theirs so. An artifact that was dated is read again, since its reader knows best what a date means for its rows.
final class DateFinder {
    /// An artifact dated in the last round may date others in one more.
    private static final int ROUNDS = 4;

    private final Map<String, Loaded> artifacts;
    private final Texts texts;
    private final List<Anchor> readings;

    DateFinder(Collection<Loaded> artifacts, Texts texts, List<Anchor> readings) {
        this.artifacts = artifacts.stream()
                .collect(Collectors.toMap(one -> one.artifact().path(), one -> one));
        this.texts = texts;
        this.readings = readings;
    }

    Dated date(List<Events> read, Watch watch) {
        List<Events> events = new ArrayList<>(read);
        Map<String, String> boots = BootSearch.of(events, texts, watch);
        SessionClocks clocks = joined(events, boots, watch);
        Map<String, Dating> datings = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<Dating> now = DateSearch.of(events, texts, clocks, this::known, watch);
            now.forEach(dating -> datings.putIfAbsent(dating.artifact(), dating));
            now.forEach(dating -> datings.replace(dating.artifact(), dating));
            if (!readAgain(events, now, watch)) {
                break;
            }
            clocks = joined(events, boots, watch);
        }
        return new Dated(List.copyOf(events), clocks, assume(events, datings, clocks, watch));
    }

    /// By what records carry and the capture read; what is open then, by events that two artifacts hold.
    private SessionClocks joined(List<Events> events, Map<String, String> boots, Watch watch) {
        SessionClocks clocks = SessionClocks.of(events, readings, boots);
        List<Anchor> all = new ArrayList<>(TwinAnchors.of(events, texts, clocks, watch));
        if (all.isEmpty()) {
            return clocks;
        }
        all.addAll(readings);
        return SessionClocks.of(events, all, boots);
    }

    /// Whether any was dated.
    private boolean readAgain(List<Events> events, List<Dating> datings, Watch watch) {
        Map<String, Dates> found = datings.stream()
                .filter(Dating.Found.class::isInstance)
                .map(Dating.Found.class::cast)
                .collect(Collectors.toMap(Dating::artifact, Dating.Found::dates));
        events.replaceAll(one -> {
            Dates dates = found.get(one.artifact());
            return dates == null ? one : loaded(one.artifact()).readAgain(dates.hints(), watch);
        });
        return !found.isEmpty();
    }

    private List<Dating> assume(List<Events> events, Map<String, Dating> datings, SessionClocks clocks, Watch watch) {
        List<Dating> open =
                datings.values().stream().filter(Dating.Open.class::isInstance).toList();
        List<Dates> found = datings.values().stream()
                .filter(Dating.Found.class::isInstance)
                .map(dating -> ((Dating.Found) dating).dates())
                .toList();
        if (!open.isEmpty()) {
            DateSearch.assumed(events, open, found, clocks, this::known, watch)
                    .forEach(dating -> datings.put(dating.artifact(), dating));
        }
        return List.copyOf(datings.values());
    }

    private Known known(String artifact) {
        return Known.of(loaded(artifact).input(Watch.NONE).hints());
    }

    private Loaded loaded(String artifact) {
        Loaded one = artifacts.get(artifact);
        if (one == null) {
            throw new IllegalArgumentException("no artifact of this session: " + artifact);
        }
        return one;
    }
}
