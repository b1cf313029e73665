package whence.branches.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import whence.branches.Surroundings;
import whence.branches.flow.GraphBuilder;
import whence.branches.syntax.FunctionText;
import whence.branches.syntax.Preprocessed;
import whence.branches.value.Constants;
import whence.branches.value.Types;

/// Functions already read, so that a callee met often is read once. Not for several threads at a time.
public final class Frames {
    private static final int MOST = 256;

    private final Surroundings surroundings;
    private final Types types;
    private final Map<FunctionText, List<Frame>> read = new LinkedHashMap<>();

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

    Constants constants() {
        return new Constants(types, surroundings);
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
