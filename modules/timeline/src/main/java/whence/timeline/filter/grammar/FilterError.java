package whence.timeline.filter.grammar;

import java.util.List;

/// Why a text is no filter, and where.
///
/// @param position of the first character at fault, from 0; the text's length where something is missing at the end
/// @param length of the part at fault, at least 1
/// @param message a sentence for people
/// @param instead what could stand there instead; empty where nothing suggests itself
public record FilterError(int position, int length, String message, List<String> instead) implements Parsed {
    public FilterError {
        instead = List.copyOf(instead);
    }
}
