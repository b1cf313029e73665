package whence.branches;

import java.util.ArrayList;
import java.util.List;
import whence.branches.value.Premise;

/// Puts the reasons that fell an exit alone before those that only help.
final class Decisive {
    private Decisive() {}

    static List<JudgedExit> first(Exits exits, Evidence evidence, List<JudgedExit> judged) {
        List<List<JudgedExit>> alone = new ArrayList<>();
        evidence.apart().forEach((Premise premise, Evidence part) -> alone.add(Elimination.plain(exits, part)));
        List<JudgedExit> ordered = new ArrayList<>();
        for (int i = 0; i < judged.size(); i++) {
            ordered.add(judged.get(i).because().size() > 1 ? ordered(judged.get(i), i, alone) : judged.get(i));
        }
        return List.copyOf(ordered);
    }

    private static JudgedExit ordered(JudgedExit one, int at, List<List<JudgedExit>> alone) {
        List<JudgedExit.Because> because = new ArrayList<>();
        for (List<JudgedExit> board : alone) {
            if (board.get(at).state() == JudgedExit.State.ELIMINATED) {
                because.add(board.get(at).because().getFirst());
            }
        }
        one.because().stream().filter(each -> !because.contains(each)).forEach(because::add);
        return new JudgedExit(one.exit(), one.state(), because);
    }
}
