package whence.app.session;

import java.util.List;
import whence.branches.scope.FunctionReader;
import whence.branches.syntax.FunctionText;
import whence.source.Function;
import whence.source.SourceTree;

/// The names that the source gives to the arguments of a system call.
final class CallParameters {
    private CallParameters() {}

    /// Those of the first tree that defines a call of that name with so many arguments. A call may have a definition
    /// for each architecture; where their names differ there is no answer.
    static List<String> of(List<SourceTree> trees, String call, int arguments) {
        return trees.stream()
                .map(tree -> in(tree, call, arguments))
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> in(SourceTree tree, String call, int arguments) {
        List<List<String>> ways = tree.function("sys_" + call).stream()
                .filter(Function::isSyscall)
                .flatMap(function -> tree.file(function.path()).map(f -> FunctionReader.read(f, function)).stream())
                .map(CallParameters::names)
                .filter(names -> names.size() == arguments && names.stream().noneMatch(String::isEmpty))
                .distinct()
                .toList();
        return ways.size() == 1 ? ways.getFirst() : List.of();
    }

    private static List<String> names(FunctionText text) {
        return text.parameters().stream().map(FunctionText.Parameter::name).toList();
    }
}
