package whence.session;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import whence.evidence.Grade;
import whence.timeline.Events;
import whence.timeline.Placement;
import whence.timeline.clock.SessionClocks;
import whence.timeline.dating.DateSearch;
import whence.timeline.dating.Dates;
import whence.timeline.dating.Dating;

/// The events of all artifacts once everything is dated that could be.
///
/// @param datings what was made of each artifact whose stamps left something open
record Dated(List<Events> events, SessionClocks clocks, List<Dating> datings) {

    /// Assumed dates place events, and do nothing else.
    Placement placement() {
        Map<String, Dates> assumed = datings.stream()
                .filter(dating -> dating instanceof Dating.Found found && found.grade() == Grade.ASSUMED)
                .map(Dating.Found.class::cast)
                .collect(Collectors.toMap(Dating.Found::artifact, Dating.Found::dates));
        return DateSearch.placement(clocks.placement(), events, assumed);
    }
}
