package whence.bench.source;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import whence.bytes.Watch;
import whence.source.Function;
import whence.source.SourceFile;
import whence.source.files.DirectoryFiles;

/// Writes the function table of a directory, one line each: name, path, line, last line. What `ctags --kinds-C=f` does.
public final class Functions {
    private Functions() {}

    /// Arguments: the directory, the file to write, and the endings to take (`.c` or `.c,.h`).
    public static void main(String[] arguments) throws IOException {
        DirectoryFiles tree = new DirectoryFiles(Path.of(arguments[0]));
        boolean headers = arguments.length > 2 && arguments[2].contains(".h");
        try (PrintWriter out =
                new PrintWriter(Files.newBufferedWriter(Path.of(arguments[1]), StandardCharsets.UTF_8))) {
            for (String path : tree.paths()) {
                if (headers || path.endsWith(".c")) {
                    byte[] bytes = tree.read(path).orElseThrow();
                    for (Function function : SourceFile.of("", path, bytes, 0).functions()) {
                        out.print(function.name() + "\t" + path + "\t" + function.line() + "\t" + function.endLine()
                                + "\n");
                    }
                }
            }
        }
        Watch.NONE.check();
    }
}
