package whence.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What one run of a program cost.
///
/// @param cpuMs processor time of the program, user and system, milliseconds; Linux counts it in hundredths of a second
/// @param wallMs time that passed
public record ChildTime(long cpuMs, long wallMs) {
    private static final int CHILD_USER = 13;
    private static final int CHILD_SYSTEM = 14;
    private static final long MS_PER_TICK = 10;

    /// Runs a program with its output thrown away.
    public static ChildTime of(List<String> command) throws IOException, InterruptedException {
        return of(new ProcessBuilder(command));
    }

    /// The same for one that has a directory and an environment of its own.
    public static ChildTime of(ProcessBuilder command) throws IOException, InterruptedException {
        long before = childCpuMs();
        long start = System.nanoTime();
        Process process = command.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int status = process.waitFor();
        if (status != 0) {
            throw new IOException(command.command() + " ended with status " + status);
        }
        return new ChildTime(childCpuMs() - before, (System.nanoTime() - start) / 1_000_000);
    }

    /// The lesser of each.
    public ChildTime best(ChildTime other) {
        return new ChildTime(Math.min(cpuMs, other.cpuMs), Math.min(wallMs, other.wallMs));
    }

    /// Processor time of all children that have ended (`cutime` and `cstime` of `proc(5)`).
    private static long childCpuMs() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[CHILD_USER]) + Long.parseLong(fields[CHILD_SYSTEM])) * MS_PER_TICK;
    }
}
