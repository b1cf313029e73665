package whence.trail.call;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import whence.branches.syntax.FunctionText;
import whence.branches.syntax.Tok;
import whence.source.c.Kind;

/// Which parameters of a callee are a parameter of its caller, handed on untouched.
///
/// Read from the text of the caller: an argument that is nothing but a parameter's name, where nothing before the
/// call writes that name or takes its address. Where the callee is called more than once, all calls must agree.
final class Passed {
    private Passed() {}

    /// @return index of the callee's parameter to the name of the caller's
    static Map<Integer, String> on(FunctionText caller, String callee) {
        List<Tok> body = caller.body();
        Map<Integer, String> agreed = null;
        for (int at = 0; at + 1 < body.size(); at++) {
            if (body.get(at).is(callee) && body.get(at + 1).is('(')) {
                Map<Integer, String> here = call(caller, body, at);
                if (agreed == null) {
                    agreed = here;
                } else {
                    agreed.entrySet().retainAll(here.entrySet());
                }
            }
        }
        return agreed == null ? Map.of() : agreed;
    }

    private static Map<Integer, String> call(FunctionText caller, List<Tok> body, int at) {
        Map<Integer, String> handed = new HashMap<>();
        List<List<Tok>> arguments = arguments(body, at + 1);
        for (int i = 0; i < arguments.size(); i++) {
            List<Tok> argument = arguments.get(i);
            if (argument.size() == 1) {
                String name = argument.getFirst().text();
                boolean formal =
                        caller.parameters().stream().anyMatch(p -> p.name().equals(name));
                if (formal && !written(body, at, name)) {
                    handed.put(i, name);
                }
            }
        }
        return handed;
    }

    private static List<List<Tok>> arguments(List<Tok> body, int open) {
        List<List<Tok>> arguments = new ArrayList<>();
        List<Tok> current = new ArrayList<>();
        int depth = 0;
        for (int at = open; at < body.size(); at++) {
            Tok tok = body.get(at);
            depth += tok.is('(') ? 1 : tok.is(')') ? -1 : 0;
            if (depth == 0) {
                arguments.add(current);
                return arguments;
            }
            if (depth == 1 && tok.is(',')) {
                arguments.add(current);
                current = new ArrayList<>();
            } else if (at > open) {
                current.add(tok);
            }
        }
        return List.of();
    }

    private static boolean written(List<Tok> body, int before, String name) {
        for (int at = 0; at < before; at++) {
            if (body.get(at).is(name)) {
                boolean member =
                        at > 0 && (body.get(at - 1).is('.') || body.get(at - 1).kind() == Kind.ARROW);
                boolean address = at > 0 && body.get(at - 1).is('&');
                boolean assigned = at + 1 < body.size()
                        && (Kind.assigns(body.get(at + 1).kind())
                                || body.get(at + 1).is("++")
                                || body.get(at + 1).is("--"));
                boolean stepped =
                        at > 0 && (body.get(at - 1).is("++") || body.get(at - 1).is("--"));
                if (!member && (address || assigned || stepped)) {
                    return true;
                }
            }
        }
        return false;
    }
}
