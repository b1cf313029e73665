package whence.traces.strace.value;

import java.util.List;

/// An argument, a member of a structure or an element of an array.
///
/// @param name as strace writes it before `=`; empty where it writes none
/// @param from where it begins in the text of the call, see [Call#span]
/// @param to where it ends
public record Argument(String name, Value value, int from, int to) {

    /// As strace writes it, its name before it where it has one.
    public String print() {
        return name.isEmpty() ? value.print() : name + "=" + value.print();
    }

    /// All of them, with what stands between two.
    public static String print(List<Argument> arguments, String separator) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < arguments.size(); i++) {
            text.append(i == 0 ? "" : separator).append(arguments.get(i).print());
        }
        return text.toString();
    }
}
