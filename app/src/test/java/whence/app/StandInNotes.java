package whence.app;

import java.util.ArrayList;
import java.util.List;
import whence.app.model.Notes;
import whence.evidence.Finding;
import whence.evidence.Standing;

/// Findings in memory, with an undo of one edit after another.
final class StandInNotes implements Notes {
    private final List<List<Finding>> states = new ArrayList<>(List.of(List.of()));
    final List<String> choices = new ArrayList<>();
    private int at;

    @Override
    public List<Finding> findings() {
        return states.get(at);
    }

    @Override
    public Standing standing(Finding finding) {
        return new Standing(finding, Standing.State.STANDS, List.of());
    }

    @Override
    public void refute(String id, boolean so) {}

    private void edit(List<Finding> now) {
        states.subList(at + 1, states.size()).clear();
        states.add(List.copyOf(now));
        at++;
    }

    @Override
    public void keep(Finding finding) {
        List<Finding> now = new ArrayList<>(findings());
        now.removeIf(f -> f.id().equals(finding.id()));
        now.add(finding);
        edit(now);
    }

    @Override
    public void remove(String id) {
        edit(findings().stream().filter(f -> !f.id().equals(id)).toList());
    }

    @Override
    public void choose(String candidate) {
        choices.add(candidate);
    }

    @Override
    public List<String> choices() {
        return List.copyOf(choices);
    }

    @Override
    public List<String> assumptions() {
        return List.of();
    }

    @Override
    public void assume(String assumption) {}

    @Override
    public void retract(String assumption) {}

    @Override
    public boolean undo() {
        at = Math.max(0, at - 1);
        return true;
    }

    @Override
    public boolean redo() {
        at = Math.min(states.size() - 1, at + 1);
        return true;
    }
}
