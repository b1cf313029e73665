package whence.session.notebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;
import whence.evidence.Finding;
import whence.evidence.Standing;

/// What a log of edits adds up to.
///
/// @param undoable edits that can be taken back
/// @param redoable edits that were taken back and can be put back
record Pages(List<Standing> standings, List<String> assumptions, List<String> choices, int undoable, int redoable) {

    static Pages of(List<ObjectNode> log) {
        List<ObjectNode> inForce = new ArrayList<>();
        List<ObjectNode> undone = new ArrayList<>();
        for (ObjectNode entry : log) {
            switch (text(entry, Entries.OP)) {
                case Entries.UNDO -> move(inForce, undone);
                case Entries.REDO -> move(undone, inForce);
                case Entries.KEEP,
                        Entries.DROP,
                        Entries.REFUTE,
                        Entries.UPHOLD,
                        Entries.ASSUME,
                        Entries.RETRACT,
                        Entries.CHOOSE,
                        Entries.RELEASE -> {
                    inForce.add(entry);
                    undone.clear();
                }
                default -> {}
            }
        }
        return summed(inForce, undone.size());
    }

    private static void move(List<ObjectNode> from, List<ObjectNode> to) {
        if (!from.isEmpty()) {
            to.add(from.removeLast());
        }
    }

    private static Pages summed(List<ObjectNode> inForce, int redoable) {
        Map<String, Finding> findings = new LinkedHashMap<>();
        Set<String> refuted = new HashSet<>();
        Set<String> assumptions = new LinkedHashSet<>();
        Set<String> choices = new LinkedHashSet<>();
        for (ObjectNode entry : inForce) {
            switch (text(entry, Entries.OP)) {
                case Entries.KEEP -> FindingJson.read(entry).ifPresent(kept -> findings.put(kept.id(), kept));
                case Entries.DROP -> findings.remove(text(entry, Entries.ID));
                case Entries.REFUTE -> refuted.add(text(entry, Entries.ID));
                case Entries.UPHOLD -> refuted.remove(text(entry, Entries.ID));
                case Entries.ASSUME -> assumptions.add(text(entry, Entries.TEXT));
                case Entries.RETRACT -> assumptions.remove(text(entry, Entries.TEXT));
                case Entries.CHOOSE -> choices.add(text(entry, Entries.ID));
                case Entries.RELEASE -> choices.remove(text(entry, Entries.ID));
                default -> throw new IllegalStateException(entry.toString());
            }
        }
        return new Pages(
                Standing.of(List.copyOf(findings.values()), refuted, assumptions),
                List.copyOf(assumptions),
                List.copyOf(choices),
                inForce.size(),
                redoable);
    }

    private static String text(ObjectNode entry, String name) {
        return entry.path(name).stringValue("");
    }
}
