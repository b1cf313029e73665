package whence.branches.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A macro as it is defined.
///
/// @param parameters null for one without brackets; the last is `...` or `name...` where it takes any number
public record MacroText(String name, @Nullable List<String> parameters, List<Tok> body) {
    public boolean functionLike() {
        return parameters != null;
    }
}
