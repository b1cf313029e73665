package whence.cli.command.input;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import whence.branches.Evidence;
import whence.branches.Exits;
import whence.branches.value.Ints;
import whence.branches.value.Premise;
import whence.evidence.Errno;
import whence.evidence.Grade;

/// What the user says about one invocation of a function. All of it is graded assumed: no bytes stand behind it.
public final class EvidenceOptions {
    @Option(names = "--errno", paramLabel = "NAME", description = "the error it returned: EINVAL, or a number")
    private @Nullable String errno;

    @Option(names = "--hit", paramLabel = "F", description = "this callee ran in this invocation")
    private List<String> hits = new ArrayList<>();

    @Option(names = "--miss", paramLabel = "F", description = "this callee did not run in this invocation")
    private List<String> misses = new ArrayList<>();

    @Option(names = "--ret", paramLabel = "F=VALUE", description = "what this callee returned")
    private List<String> returns = new ArrayList<>();

    @Option(
            names = "--arg",
            paramLabel = "NAME=VALUE",
            description = "an expression as the source writes it, and a constant or its name")
    private List<String> arguments = new ArrayList<>();

    /// @throws InputException where a value is neither a number nor a constant of the source
    public Evidence of(Exits exits) {
        Evidence evidence = Evidence.NONE;
        if (errno != null) {
            evidence = evidence.returned(-errnoNumber(errno, exits), said("it returned -" + errno));
        }
        for (String callee : hits) {
            evidence = evidence.hit(callee, said(callee + "() ran"));
        }
        for (String callee : misses) {
            evidence = evidence.miss(callee, said(callee + "() did not run"));
        }
        for (String text : returns) {
            Assignment one = Assignment.parse("--ret", text);
            evidence = evidence.gave(one.name, said(one.name + "() returned " + one.value), one.number(exits));
        }
        for (String text : arguments) {
            Assignment one = Assignment.parse("--arg", text);
            Premise premise = said(one.name + " is " + one.value);
            evidence = evidence.holds(new Evidence.Holds(one.name, Ints.of(one.number(exits)), true, premise));
        }
        return evidence;
    }

    private static Premise said(String text) {
        return new Premise(text + " (said on the command line)", Grade.ASSUMED, List.of());
    }

    /// The number that the error has for the architecture that the source is read for.
    private static long errnoNumber(String text, Exits exits) {
        String name = text.startsWith("-") ? text.substring(1) : text;
        if (name.matches("\\d{1,4}")) {
            return Long.parseLong(name);
        }
        if (Errno.anywhere(name).isEmpty()) {
            throw new InputException(ExitStatus.USAGE, "--errno: there is no error named " + text);
        }
        return exits.constant(name).orElseGet(() -> Errno.anywhere(name).getFirst());
    }

    /// `NAME=VALUE`, cut at the last `=` that is no comparison.
    private record Assignment(String name, String value) {
        static Assignment parse(String option, String text) {
            int equals = text.lastIndexOf('=');
            if (equals <= 0 || equals == text.length() - 1 || "=!<>".indexOf(text.charAt(equals - 1)) >= 0) {
                throw new InputException(ExitStatus.USAGE, option + " takes NAME=VALUE, not " + text);
            }
            return new Assignment(
                    text.substring(0, equals).strip(),
                    text.substring(equals + 1).strip());
        }

        long number(Exits exits) {
            OptionalLong constant = switch (value) {
                case "NULL", "false" -> OptionalLong.of(0);
                case "true" -> OptionalLong.of(1);
                default -> written();
            };
            if (constant.isEmpty()) {
                constant = exits.constant(value);
            }
            return constant.orElseThrow(() -> new InputException(
                    ExitStatus.USAGE, value + " is neither a number nor a constant that this source defines"));
        }

        private OptionalLong written() {
            try {
                return OptionalLong.of(Long.decode(value));
            } catch (NumberFormatException e) {
                return OptionalLong.empty();
            }
        }
    }
}
