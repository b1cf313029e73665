package whence.branches.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import whence.branches.Surroundings;
import whence.branches.flow.GraphBuilder;
import whence.branches.frame.Frame;
import whence.branches.syntax.Expansion;
import whence.branches.syntax.Expr;
import whence.branches.syntax.FunctionText;
import whence.branches.syntax.MacroText;
import whence.branches.syntax.Preprocessed;
import whence.branches.syntax.Tok;
import whence.branches.value.Constants;
import whence.branches.value.Types;
import whence.branches.value.Value;

/// Functions already read, so that a callee met often is read once. Not for several threads at a time.
public final class Frames {
    private static final int MOST = 256;
    private static final int MOST_EXPANSIONS = 20_000;

    private final Surroundings surroundings;
    private final Types types;
    private final Map<String, Value> constants = new HashMap<>();
    private final Map<String, Optional<Expr>> expansions = new HashMap<>();
    private final Map<FunctionText, List<Frame>> read = new LinkedHashMap<>();
    private final Map<String, Mentions> mentions = new HashMap<>();

    public Frames(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.types = new Types(surroundings);
    }

    public Surroundings surroundings() {
        return surroundings;
    }

    public Types types() {
        return types;
    }

    /// The value of an expression as far as it is constant.
    Value constant(Expr of) {
        return switch (of) {
            case Expr.Num it -> new Constants(types, surroundings).value(it);
            case Expr.Name it ->
                constants.computeIfAbsent(it.text(), absent -> new Constants(types, surroundings).value(of));
            default -> new Constants(types, surroundings).value(of);
        };
    }

    /// A use of a macro with the arguments in place, read as an expression; empty where it is none.
    Optional<Expr> expanded(Expr.Call use, MacroText macro) {
        Optional<Expr> known = expansions.get(use.text());
        if (known == null) {
            List<Tok> tokens = Expansion.of(macro, use.raw(), use.line());
            known = Optional.ofNullable(tokens == null ? null : Preprocessed.expression(tokens));
            if (expansions.size() >= MOST_EXPANSIONS) {
                expansions.clear();
            }
            expansions.put(use.text(), known);
        }
        return known;
    }

    /// What the definitions of a function may call, the code that can be put into them included.
    Mentions mentions(String name, List<FunctionText> definitions) {
        return mentions.computeIfAbsent(name, absent -> Mentions.of(definitions, surroundings));
    }

    /// Whether a function names a callee once, and nothing that may be inlined into it does.
    public boolean callsAtOnePlace(FunctionText function, String callee) {
        return Mentions.once(function, callee, surroundings);
    }

    /// One frame for each reading of the body.
    public List<Frame> of(FunctionText function) {
        List<Frame> known = read.get(function);
        if (known == null) {
            known = frames(function, Preprocessed.read(function.body()));
            if (read.size() >= MOST) {
                read.clear();
            }
            read.put(function, known);
        }
        return known;
    }

    /// The frames of a body that has just been read.
    public List<Frame> frames(FunctionText function, Preprocessed.Body body) {
        List<Frame> frames = new ArrayList<>();
        for (Preprocessed.Variant variant : body.variants()) {
            frames.add(new Frame(function, GraphBuilder.of(variant.body(), surroundings), types, surroundings));
        }
        return List.copyOf(frames);
    }
}
