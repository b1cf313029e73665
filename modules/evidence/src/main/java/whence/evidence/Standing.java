package whence.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whether a finding still stands: one that rests on what was refuted, removed or taken back does not stand by
/// itself any more, and neither does what rests on it.
///
/// @param because what it rests on that does not stand, each a clause; empty unless it is shaken
public record Standing(Finding finding, State state, List<String> because) {
    private static final String ON_FINDING = "finding ";
    private static final String ON_ASSUMPTION = "assumption ";

    public Standing {
        because = List.copyOf(because);
    }

    /// What is left of a finding.
    public enum State {
        STANDS,
        /// Something it rests on does not stand.
        SHAKEN,
        /// The user said that it is not so.
        REFUTED
    }

    /// How a premise names another finding of the notebook.
    public static String on(Finding finding) {
        return new Ref.Finding(finding.id()).toString();
    }

    /// How a premise names an assumption.
    public static String onAssumption(String assumption) {
        return ON_ASSUMPTION + assumption;
    }

    /// A premise as people read it: a finding by its claim.
    public static String words(String premise, List<Finding> findings) {
        if (!premise.startsWith(ON_FINDING)) {
            return premise;
        }
        String id = premise.substring(ON_FINDING.length());
        return findings.stream()
                .filter(each -> each.id().equals(id))
                .map(each -> "the finding “" + each.claim() + "”")
                .findFirst()
                .orElse("a finding that was removed");
    }

    /// The findings with what became of them, in their order. Findings that rest on each other in a circle stand or
    /// fall by what else they rest on.
    public static List<Standing> of(List<Finding> findings, Set<String> refuted, Set<String> assumptions) {
        Map<String, Finding> known = new LinkedHashMap<>();
        findings.forEach(each -> known.put(each.id(), each));
        Map<String, Standing> judged = new HashMap<>();
        findings.forEach(each -> judge(each, known, refuted, assumptions, judged, new HashSet<>()));
        return findings.stream().map(each -> judged.get(each.id())).toList();
    }

    private static State judge(
            Finding finding,
            Map<String, Finding> known,
            Set<String> refuted,
            Set<String> assumptions,
            Map<String, Standing> judged,
            Set<String> open) {
        Standing before = judged.get(finding.id());
        if (before != null) {
            return before.state();
        }
        if (!open.add(finding.id())) {
            return State.STANDS;
        }
        List<String> gone = new ArrayList<>();
        for (String premise : finding.premises()) {
            if (premise.startsWith(ON_ASSUMPTION) && !assumptions.contains(premise.substring(ON_ASSUMPTION.length()))) {
                gone.add("no longer assumed: " + premise.substring(ON_ASSUMPTION.length()));
            } else if (premise.startsWith(ON_FINDING)) {
                Finding other = known.get(premise.substring(ON_FINDING.length()));
                if (other == null) {
                    gone.add("a finding it rests on was removed");
                } else if (judge(other, known, refuted, assumptions, judged, open) != State.STANDS) {
                    gone.add("it rests on “" + other.claim() + "”");
                }
            }
        }
        State state = refuted.contains(finding.id()) ? State.REFUTED : gone.isEmpty() ? State.STANDS : State.SHAKEN;
        judged.put(finding.id(), new Standing(finding, state, state == State.SHAKEN ? gone : List.of()));
        return state;
    }
}
