package whence.trail.lead.line;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import whence.bytes.Watch;
import whence.logs.report.Frame;
import whence.logs.report.KernelReport;
import whence.logs.report.KernelReports;
import whence.trail.read.Material;

/// The kernel's reports in all logs of a session, alike ones folded: an oops that three artifacts hold is one event.
public final class Reports {
    private final List<Group> groups;
    private final Map<String, Set<Integer>> rows;

    private Reports(List<Group> groups, Map<String, Set<Integer>> rows) {
        this.groups = List.copyOf(groups);
        this.rows = rows;
    }

    /// Reports of one kind, title and place.
    ///
    /// @param folded their opening lines, by event
    public record Group(List<Reported> members, Folded folded) {
        public Group {
            members = List.copyOf(members);
        }

        public Reported first() {
            return members.getFirst();
        }
    }

    public static Reports of(Material material, Watch watch) {
        Map<String, List<Reported>> alike = new LinkedHashMap<>();
        Map<String, Set<Integer>> rows = new LinkedHashMap<>();
        for (Material.Part part : material.parts()) {
            watch.check();
            for (KernelReport report : KernelReports.in(part.events(), part::text)) {
                alike.computeIfAbsent(key(report), absent -> new ArrayList<>()).add(new Reported(part, report));
                rows.computeIfAbsent(part.artifact().path(), absent -> new HashSet<>())
                        .addAll(report.rows());
            }
        }
        return new Reports(alike.values().stream().map(Reports::group).toList(), rows);
    }

    private static String key(KernelReport report) {
        String place = report.at().map(Frame::function).orElse("");
        return report.kind() + " " + LogLines.numberless(report.title()) + " " + place;
    }

    private static Group group(List<Reported> alike) {
        return new Group(alike, Folded.of(alike.stream().map(Reported::opening).toList()));
    }

    public List<Group> groups() {
        return groups;
    }

    /// Whether a line is part of a report, so that it asks for nothing by itself.
    boolean hold(Material.Part part, int row) {
        return rows.getOrDefault(part.artifact().path(), Set.of()).contains(row);
    }
}
