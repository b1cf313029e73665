package whence.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import whence.branches.Exit;
import whence.branches.JudgedExit;

/// Exits that one and the same reason felled: said once, a long function is read in a glance.
///
/// @param because the reason they share; null for exits that fell without a word
public record Fallen(JudgedExit.@Nullable Because because, List<JudgedExit> exits) {
    public Fallen {
        exits = List.copyOf(exits);
    }

    /// The eliminated ones of these exits by their first reason, in the order in which the reasons come.
    public static List<Fallen> of(List<JudgedExit> judged) {
        Map<List<JudgedExit.Because>, List<JudgedExit>> groups = new LinkedHashMap<>();
        for (JudgedExit exit : judged) {
            if (exit.state() == JudgedExit.State.ELIMINATED) {
                groups.computeIfAbsent(exit.because().stream().limit(1).toList(), _ -> new ArrayList<>())
                        .add(exit);
            }
        }
        return groups.entrySet().stream()
                .map(group -> new Fallen(
                        group.getKey().isEmpty() ? null : group.getKey().getFirst(), group.getValue()))
                .toList();
    }

    /// `kernel/bpf/syscall.c:2534 -EPERM, 2540 -EFAULT; kernel/bpf/core.c:80 NULL`
    public String places() {
        Map<String, List<Exit>> files = exits.stream()
                .map(JudgedExit::exit)
                .collect(Collectors.groupingBy(Exit::file, LinkedHashMap::new, Collectors.toList()));
        return files.entrySet().stream()
                .map(file -> file.getKey() + ":" + places(file.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String places(List<Exit> exits) {
        return exits.stream().map(Fallen::place).distinct().collect(Collectors.joining(", "));
    }

    private static String place(Exit exit) {
        return exit.line() + " " + String.join(" | ", exit.values());
    }
}
