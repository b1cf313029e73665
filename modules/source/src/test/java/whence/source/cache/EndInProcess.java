package whence.source.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/// Ends in the middle of writing an index, as a program does that is told to by Ctrl-C; for [ProcessesTest].
final class EndInProcess {
    private EndInProcess() {}

    public static void main(String[] arguments) throws IOException {
        new SourceCache(Path.of(arguments[0])).keep("0".repeat(32), out -> {
            out.write(ByteBuffer.allocate(1000));
            System.exit(3);
        });
    }
}
