package whence.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import whence.bytes.Watch;
import whence.evidence.Clock;
import whence.session.manifest.ClockAnchor;
import whence.timeline.Events;
import whence.timeline.Texts;
import whence.timeline.Timeline;
import whence.timeline.Witnesses;
import whence.timeline.clock.Anchor;
import whence.timeline.clock.SessionClocks;
import whence.timeline.dating.Dating;
import whence.timeline.witness.WitnessSearch;

/// Reads all artifacts, several at a time, dates them, and puts their events in one order; once, when first asked.
final class Indexing {
    /// How far apart the readings of one anchor may lie: a shell reads its clocks one after another.
    private static final long ANCHOR_ERROR_NS = 1_000_000;

    private final Collection<Loaded> artifacts;
    private final List<ClockAnchor> readings;
    private final Texts texts;
    private @Nullable Dated dated;
    private @Nullable Timeline timeline;

    Indexing(Collection<Loaded> artifacts, List<ClockAnchor> readings, Texts texts) {
        this.artifacts = artifacts;
        this.readings = readings;
        this.texts = texts;
    }

    synchronized Timeline timeline(Watch watch) {
        if (timeline == null) {
            Dated all = dated(watch);
            Witnesses witnesses = WitnessSearch.of(all.events(), texts, all.clocks(), watch);
            timeline = Timeline.of(all.events(), all.placement(), witnesses);
        }
        return timeline;
    }

    synchronized SessionClocks clocks(Watch watch) {
        return dated(watch).clocks();
    }

    synchronized List<Dating> datings(Watch watch) {
        return dated(watch).datings();
    }

    private Dated dated(Watch watch) {
        if (dated == null) {
            dated = new DateFinder(artifacts, texts, anchors())
                    .date(new MachineFinder(artifacts, texts).numbered(readAll(watch), watch), watch);
        }
        return dated;
    }

    private List<Anchor> anchors() {
        List<Anchor> anchors = new ArrayList<>();
        for (ClockAnchor reading : readings) {
            pair(anchors, Clock.REALTIME, reading.realtimeNs(), Clock.MONOTONIC, reading.monotonicNs());
            pair(anchors, Clock.REALTIME, reading.realtimeNs(), Clock.BOOTTIME, reading.boottimeNs());
            pair(anchors, Clock.MONOTONIC, reading.monotonicNs(), Clock.BOOTTIME, reading.boottimeNs());
        }
        return anchors;
    }

    private static void pair(List<Anchor> anchors, Clock from, long fromNs, Clock to, long toNs) {
        if (fromNs != ClockAnchor.ABSENT && toNs != ClockAnchor.ABSENT) {
            anchors.add(Anchor.exact("", from, fromNs, to, toNs, ANCHOR_ERROR_NS));
        }
    }

    private List<Events> readAll(Watch watch) {
        int processors = Runtime.getRuntime().availableProcessors();
        int threads = Math.max(1, Math.min(artifacts.size(), processors));
        Watch each = new Watch() {
            @Override
            public void progress(long done, long total) {}

            @Override
            public boolean cancelled() {
                return watch.cancelled();
            }
        };
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            return Gathered.inOrder(pool, artifacts, one -> one.events(each), watch);
        }
    }
}
