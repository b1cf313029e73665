package whence.trail.probe;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import whence.branches.syntax.FunctionText;

/// What a condition reads of the arguments of its function.
///
/// @param places expressions over parameters, as the source writes them: `flags`, `attr->insn_cnt`
/// @param numbers which parameter each place begins with, from 0
record Arguments(List<String> places, List<Integer> numbers) {
    private static final Pattern PLACE = Pattern.compile("(?<![\\w.>])([A-Za-z_]\\w*)((?:(?:->|\\.)[A-Za-z_]\\w*)*)");

    static Arguments of(String condition, List<FunctionText.Parameter> parameters) {
        List<String> names =
                parameters.stream().map(FunctionText.Parameter::name).toList();
        Set<String> places = new LinkedHashSet<>();
        List<Integer> numbers = new ArrayList<>();
        Matcher place = PLACE.matcher(condition);
        while (place.find()) {
            int number = names.indexOf(place.group(1));
            if (number >= 0 && places.add(place.group())) {
                numbers.add(number);
            }
        }
        return new Arguments(List.copyOf(places), List.copyOf(numbers));
    }

    /// Whether the parameters alone are read, not what they point to.
    boolean plain() {
        return !places.isEmpty() && places.stream().allMatch(place -> place.matches("\\w+"));
    }

    /// The places one by one, with a blank between.
    String fetched(BiFunction<String, Integer, String> each) {
        return java.util.stream.IntStream.range(0, places.size())
                .mapToObj(i -> each.apply(places.get(i), numbers.get(i)))
                .collect(Collectors.joining(" "));
    }
}
