package whence.branches.frame;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import whence.branches.syntax.Expr;
import whence.branches.syntax.FunctionText;
import whence.branches.syntax.Walk;

/// What the calls of a callee hand it, where all of them hand it the same.
public final class Passing {
    private Passing() {}

    /// @param unchanged whether the argument is a variable that keeps the value it has on entry
    public record Argument(String parameter, String text, boolean unchanged) {}

    public static List<Argument> arguments(List<Frame> callers, String callee, FunctionText definition) {
        Map<String, Argument> agreed = new LinkedHashMap<>();
        List<String> differing = new ArrayList<>();
        for (Frame frame : callers) {
            for (Expr.Call call : calls(frame, callee)) {
                for (int i = 0;
                        i
                                < Math.min(
                                        call.arguments().size(),
                                        definition.parameters().size());
                        i++) {
                    String parameter = definition.parameters().get(i).name();
                    String text = call.arguments().get(i).text();
                    Argument one = new Argument(parameter, text, frame.constant(text));
                    Argument before = agreed.putIfAbsent(parameter, one);
                    if (before != null && !before.equals(one)) {
                        differing.add(parameter);
                    }
                }
            }
        }
        differing.forEach(agreed::remove);
        agreed.remove("");
        return List.copyOf(agreed.values());
    }

    private static List<Expr.Call> calls(Frame frame, String callee) {
        List<Expr.Call> found = new ArrayList<>();
        for (int i = 0; i < frame.graph().size(); i++) {
            Expr of = Frame.expression(frame.graph().node(i));
            for (Walk.Visit visit : of == null ? List.<Walk.Visit>of() : Walk.parts(of)) {
                if (visit.part() instanceof Expr.Call call && call.name().equals(callee)) {
                    found.add(call);
                }
            }
        }
        return found;
    }
}
