package whence.branches.frame;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import whence.branches.syntax.Expr;
import whence.branches.syntax.Walk;

/// Which variables of a function are written, and from where on others can write them too because their address was
/// handed out.
public final class Escapes {
    private final Frame frame;
    private final Set<String> exposed = new HashSet<>();
    private final Map<String, BitSet> handedOutAt = new HashMap<>();
    private final Set<String> written = new HashSet<>();
    private final Set<String> macroNames = new HashSet<>();
    private int scanning;

    public Escapes(Frame frame) {
        this.frame = frame;
        for (int i = 0; i < frame.graph.size(); i++) {
            scanning = i;
            Expr of = Frame.expression(frame.graph.node(i));
            if (of != null) {
                scan(of);
            }
        }
    }

    /// Whether the address of a variable was taken on some way to a node.
    public boolean at(String name, int node) {
        BitSet behind = handedOutAt.get(name);
        return behind != null && behind.get(node);
    }

    /// Whether the address of a variable is taken.
    public boolean anywhere(String name) {
        return exposed.contains(name);
    }

    /// Whether anything here may write a variable.
    public boolean written(String name) {
        return written.contains(name) || exposed.contains(name) || macroNames.contains(name);
    }

    private void scan(Expr of) {
        for (Walk.Visit visit : Walk.parts(of)) {
            switch (visit.part()) {
                case Expr.Unary it when it.op() == '&' -> expose(it.of());
                case Expr.Assign it -> written.add(Frame.root(it.to()));
                case Expr.Step it -> written.add(Frame.root(it.of()));
                case Expr.Statements it -> Walk.expressions(it.block()).forEach(this::scan);
                case Expr.Call it -> {
                    if (!frame.surroundings.macros(it.name()).isEmpty()) {
                        it.arguments().forEach(each -> macroNames.add(Frame.root(each)));
                    }
                    it.arguments().forEach(this::decays);
                }
                case Expr.Opaque it ->
                    it.tokens().forEach(tok -> {
                        written.add(tok.text());
                        handOut(tok.text());
                    });
                default -> {}
            }
        }
    }

    /// An array handed to a call is handed by its address.
    private void decays(Expr argument) {
        if (argument instanceof Expr.Name name) {
            if (frame.isArray(name.text())) {
                handOut(name.text());
            }
        }
    }

    /// `&x` and `&x.f` hand out the variable, `&p->f` does not hand out `p`.
    private void expose(Expr of) {
        switch (of) {
            case Expr.Name it -> handOut(it.text());
            case Expr.Member it when !it.arrow() -> expose(it.of());
            case Expr.Index it
            when it.of() instanceof Expr.Name name && frame.isArray(name.text()) -> handOut(name.text());
            default -> {}
        }
    }

    private void handOut(String name) {
        exposed.add(name);
        handedOutAt.computeIfAbsent(name, absent -> new BitSet()).or(frame.graph.reachableFrom(scanning));
    }
}
