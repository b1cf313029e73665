package whence.branches.gcc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Random functions compiled by gcc into one program and run under random arguments. Signed overflow wraps
/// (`-fwrapv`), as it does in the kernel.
final class Compiled {
    private static final String HEAD = """
            #define LIMIT (1U << 4)
            #define GUARD(condition, error) do { if (!(condition)) return LEAVE(__LINE__, error); } while (0)
            #define PICK(a, b) ((a) > (b) ? (a) : (b))
            #define EACH(i, times) for ((i) = 0; (i) < (times); (i)++)
            struct request { unsigned int flags; int count; unsigned char kind; unsigned long size; };
            int work(int x);
            int allowed(int x);
            void touch(int x);
            void change(struct request *r);
            void set(int *p, int v);
            void fetch(int *e);
            static int look(int x, int *e) { return x > 3; }
            static int store(int x, int *e) { if (x > 2) { *e = -4; return 1; } return x & 1; }
            static inline int known(int x) { switch (x) { case 1: case 2: return 1; default: return x == 7; } }
            static inline int wrapped(int x) { return allowed(1) || (x > 2 && allowed(2)); }
            static int check(long x) { if (x < 0) return -3; if (x > 100) return work(3); return 0; }
            static int inner(struct request *r, int x) { if (r->count > x) return -2; touch(x); return r->flags ? 0 : -5; }
            """;
    private static final String RUNTIME = """
            #include <stdio.h>
            #include <stdlib.h>
            static unsigned long long seed;
            static unsigned int roll(void) { seed = seed * 6364136223846793005ULL + 1442695040888963407ULL; return seed >> 33; }
            static int left;
            static int leave(int line, int value) { if (line) left = line; return value; }
            #define LEAVE(line, value) leave(line, value)
            """;
    private static final String CALLEES = """
            int work(int x) { int v = -(int)(roll() % 4); printf("C work %d %d\\n", x, v); return v; }
            int allowed(int x) { int v = roll() % 2; printf("C allowed %d %d\\n", x, v); return v; }
            void touch(int x) { printf("C touch %d 0\\n", x); }
            void change(struct request *r) { printf("C change 0 0\\n"); if (roll() % 2) r->flags = roll() % 8; if (roll() % 2) r->count = roll() % 4; }
            void fetch(int *e) { printf("C fetch 0 0\\n"); if (roll() % 2) *e = -(int)(roll() % 4); }
            void set(int *p, int v) { printf("C set 0 0\\n"); if (roll() % 2) *p = v; }
            """;

    private final List<RandomFunction> functions = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    Compiled(int count, long seed) {
        for (int i = 0; i < count; i++) {
            RandomFunction function = new RandomFunction(i, seed + i);
            texts.add(function.write());
            functions.add(function);
        }
    }

    /// What the program analysed sees: the head and one function, whose first line is 1.
    String source(int function) {
        String plain = texts.get(function).replaceAll("LEAVE\\(\\d+, (.*)\\);", "($1);");
        String head = HEAD.replaceAll("LEAVE\\(__LINE__, error\\)", "error");
        return head + "#line 1\n" + plain;
    }

    int count() {
        return texts.size();
    }

    List<String> types(int function) {
        return functions.get(function).types();
    }

    /// One call as it happened.
    ///
    /// @param fields of the structure on entry: flags, count, kind, size
    /// @param calls `name argument value`, in order
    /// @param handedOut what it wrote through its last parameter; null where it did not
    record Invocation(
            int function,
            List<Long> fields,
            List<Long> arguments,
            List<String> calls,
            int exitLine,
            long returned,
            @Nullable Long handedOut) {}

    /// Compiles and runs everything.
    List<Invocation> run(Path folder, int times, long seed) throws IOException, InterruptedException {
        Path source = folder.resolve("functions.c");
        Files.writeString(source, program(times, seed), StandardCharsets.UTF_8);
        Path program = folder.resolve("functions");
        run(
                List.of("gcc", "-O1", "-w", "-fwrapv", "-o", program.toString(), source.toString()),
                folder.resolve("gcc.txt"));
        Path output = folder.resolve("output.txt");
        run(List.of(program.toString()), output);
        return PrintedRuns.read(Files.readAllLines(output, StandardCharsets.UTF_8), Compiled::invocation);
    }

    static void run(List<String> command, Path output) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int status = process.waitFor(2, TimeUnit.MINUTES) ? process.exitValue() : -1;
        process.destroyForcibly();
        if (status != 0) {
            throw new IOException(command.getFirst() + " ended with " + status + ": " + Files.readString(output));
        }
    }

    private String program(int times, long seed) {
        StringBuilder program = new StringBuilder(RUNTIME)
                .append(
                        HEAD.replaceFirst(
                                "#define GUARD.*\n",
                                "#define GUARD(condition, error) do { if (!(condition)) return leave(__LINE__, error); } while (0)\n"))
                .append(CALLEES);
        StringBuilder main = new StringBuilder("int main(void)\n{\n");
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < texts.size(); i++) {
            program.append("#line 1\n").append(texts.get(i));
            for (int j = 0; j < times; j++) {
                main.append(invocation(i, random));
            }
        }
        return program.append(main).append("return 0;\n}\n").toString();
    }

    private String invocation(int function, SplittableRandom random) {
        List<Long> fields =
                List.of(small(random) & 0xffffffffL, (long) (int) small(random), small(random) & 0xff, small(random));
        List<Long> arguments = new ArrayList<>();
        for (String type : types(function)) {
            arguments.add(fit(type, small(random)));
        }
        StringBuilder call = new StringBuilder("{ struct request r = { ");
        call.append(fields.get(0))
                .append("u, ")
                .append(fields.get(1))
                .append(", ")
                .append(fields.get(2))
                .append(", (unsigned long)")
                .append(fields.get(3))
                .append("L };\n");
        call.append("seed = ")
                .append(random.nextInt(1 << 30))
                .append("; printf(\"F ")
                .append(function);
        fields.forEach(value -> call.append(' ').append(value));
        call.append(" |");
        arguments.forEach(value -> call.append(' ').append(value));
        boolean handsOut = functions.get(function).handsOut();
        call.append("\\n\"); int out = 12345; int v = f").append(function).append("(&r");
        arguments.forEach(value -> call.append(", ").append(value).append("L"));
        return call.append(handsOut ? ", &out" : "")
                .append("); printf(\"R %d %d %d\\n\", left, v, out); }\n")
                .toString();
    }

    private static long small(SplittableRandom random) {
        long[] edges = {-1, 255, 256, 65535, 0x7fffffffL, 0x80000000L, 0xffffffffL, -128, 200};
        return random.nextInt(4) == 0 ? edges[random.nextInt(edges.length)] : random.nextInt(6);
    }

    private static long fit(String type, long value) {
        return switch (type) {
            case "int" -> (int) value;
            case "unsigned int" -> value & 0xffffffffL;
            case "unsigned char" -> value & 0xff;
            case "short" -> (short) value;
            default -> value;
        };
    }

    private static Invocation invocation(String[] entry, List<String> calls, String[] end) {
        List<Long> fields = new ArrayList<>();
        List<Long> arguments = new ArrayList<>();
        for (int i = 2; i < entry.length; i++) {
            if (!entry[i].equals("|")) {
                (i < 6 ? fields : arguments).add(Long.parseLong(entry[i]));
            }
        }
        return new Invocation(
                Integer.parseInt(entry[1]),
                fields,
                arguments,
                calls,
                Integer.parseInt(end[1]),
                Long.parseLong(end[2]),
                end[3].equals("12345") ? null : Long.valueOf(end[3]));
    }
}
