package whence.branches;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import whence.branches.value.Premise;

/// Premises as one sentence part. Those that say the same of several functions become one: `bpf_check and capable did
/// not run in this call`.
final class Told {
    /// A subject, and something that reads the same behind one subject or several.
    private static final Pattern SAID = Pattern.compile("(\\w+) ((?:did|returned|ran) .*)", Pattern.DOTALL);

    private Told() {}

    static String of(Set<Premise> premises) {
        Map<String, List<String>> subjects = new LinkedHashMap<>();
        for (Premise premise : premises) {
            Matcher said = SAID.matcher(premise.text());
            boolean plain = said.matches();
            subjects.computeIfAbsent(plain ? said.group(2) : premise.text(), _ -> new ArrayList<>())
                    .add(plain ? said.group(1) : "");
        }
        return subjects.entrySet().stream()
                .map(each -> (listed(each.getValue().stream().distinct().toList()) + " " + each.getKey()).strip())
                .collect(Collectors.joining("; "));
    }

    private static String listed(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.getFirst() : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
