package whence.trail.symbol;

import java.util.ArrayList;
import java.util.List;
import whence.session.LabelledSource;
import whence.source.Function;
import whence.source.Instance;
import whence.trail.symbol.SymbolTrail.Included;

/// Finds in the sources of a session the bodies that are compiled more than once under one name, because one C file
/// includes another.
public final class Inclusions {
    private Inclusions() {}

    /// Where a function of this name is compiled again under the same name.
    public static List<Included> of(List<LabelledSource> sources, String name) {
        List<Included> found = new ArrayList<>();
        for (LabelledSource source : sources) {
            for (Function function : source.tree().function(name)) {
                source.tree().instances(function.path()).stream()
                        .filter(instance -> instance.nameOf(function).equals(name))
                        .map(instance -> included(source, function, instance))
                        .forEach(found::add);
            }
        }
        return found.stream().distinct().toList();
    }

    private static Included included(LabelledSource source, Function function, Instance instance) {
        return new Included(source.label(), function.path(), instance.path(), instance.line());
    }
}
