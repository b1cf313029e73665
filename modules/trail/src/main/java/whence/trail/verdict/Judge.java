package whence.trail.verdict;

import java.util.List;
import java.util.Optional;

/// One source, asked which ways out of a function the facts leave.
public interface Judge {
    /// What the source is called.
    String label();

    /// Judges every exit; empty where the source has no body of that name.
    ///
    /// @param function as traces name it, or as the source does
    Optional<Judged> judge(String function, List<Fact> facts);

    /// Parameters of a function in order; empty where there is no body.
    List<Parameter> parameters(String function);

    /// A parameter as declared.
    ///
    /// @param type its words without the name, single spaces: `union bpf_attr *`
    record Parameter(String type, String name) {
        /// Whether it points to or is the aggregate that another one points to: `union bpf_attr __user *` and
        /// `union bpf_attr *`.
        boolean sameAggregate(Parameter other) {
            return aggregate().equals(other.aggregate()) && !aggregate().isEmpty();
        }

        private String aggregate() {
            String[] words = type.replace("*", " ")
                    .replaceAll("\\b(const|__user|__kernel)\\b", " ")
                    .strip()
                    .split("\\s+", -1);
            return words.length == 2 && (words[0].equals("struct") || words[0].equals("union"))
                    ? words[0] + " " + words[1]
                    : "";
        }
    }
}
