package whence.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One `#define`.
///
/// @param path of the file
/// @param line as the file states it
/// @param parameters their names; null for a macro without brackets; the variable ones are `...` or `name...`
/// @param body as the source writes it, continuation lines and all
public record Macro(
        String name, String path, int line, @Nullable List<String> parameters, String body) {}
