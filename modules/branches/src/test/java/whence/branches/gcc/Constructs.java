package whence.branches.gcc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Functions written by hand, one for each construct that misleads who reads C without compiling it; gcc compiles them
/// into one program, which runs each under random arguments and says what it called and at which line it left.
final class Constructs {
    private static final Pattern FUNCTION = Pattern.compile("^int (\\w+)\\(", Pattern.MULTILINE);
    private static final String RUNTIME = """
            #include <errno.h>
            #include <stdio.h>
            static unsigned long long seed;
            static unsigned int roll(void) { seed = seed * 6364136223846793005ULL + 1442695040888963407ULL; return seed >> 33; }
            static int left;
            static int leave(int line) { left = line; return 0; }
            """;
    private static final String CALLEES = """
            static struct entry entries[3];
            struct link things = { &entries[0].link };
            static struct entry entries[3] = { { 1, { &entries[1].link } }, { 2, { &entries[2].link } }, { 3, { &things } } };
            int state, odd_machine;
            static int *kept;
            static struct request found = { 1, 2, 3, 4 };
            int work(int x) { int v = -(int)(roll() % 4); printf("C work %d %d\\n", x, v); return v; }
            int allowed(int x) { int v = roll() % 2; printf("C allowed %d %d\\n", x, v); return v; }
            void touch(int x) { printf("C touch %d 0\\n", x); }
            void change(struct request *r) { printf("C change 0 0\\n"); if (roll() % 2) r->flags = roll() % 8; }
            void set(int *p, int v) { printf("C set 0 0\\n"); if (roll() % 2) *p = v; }
            void keep(int *p) { printf("C keep 0 0\\n"); kept = p; }
            void poke(void) { printf("C poke 0 0\\n"); if (kept) *kept = -(int)(roll() % 4); kept = 0; }
            void bump(void) { printf("C bump 0 0\\n"); state = roll() % 2; }
            struct request *find(int x) { printf("C find 0 0\\n"); int v = roll() % 3; return v == 0 ? 0 : v == 1 ? (void *)-5L : &found; }
            int lock_try(struct request *r) { int v = roll() % 2; printf("C lock_try 0 %d\\n", v); return v; }
            int lock_begin(int x) { printf("C lock_begin 0 0\\n"); return x; }
            void lock_end(int *x) { printf("C lock_end 0 0\\n"); }
            void say(const char *text, int x) { printf("C say 0 0\\n"); }
            """;

    private final String head = resource("head.c");
    private final String text = resource("constructs.c");

    /// One call as it happened.
    ///
    /// @param arguments p0 and p1
    /// @param flags of the structure on entry
    /// @param calls `name argument value`, in order
    record Invocation(
            String function, List<Long> arguments, long flags, List<String> calls, int exitLine, long returned) {}

    List<String> functions() {
        List<String> names = new ArrayList<>();
        Matcher function = FUNCTION.matcher(text);
        while (function.find()) {
            names.add(function.group(1));
        }
        return names;
    }

    /// What the program analysed sees: lines are those of the functions' own file.
    String source(boolean withHeaders) {
        return withHeaders ? head + "#line 1\n" + text : text;
    }

    /// Compiles and runs everything.
    ///
    /// @param options of gcc
    List<Invocation> run(Path folder, List<String> options, int times, long seed)
            throws IOException, InterruptedException {
        Path source = folder.resolve("constructs.c");
        Files.writeString(source, program(times, seed), StandardCharsets.UTF_8);
        Path program = folder.resolve("constructs");
        List<String> command =
                new ArrayList<>(List.of("gcc", "-O1", "-w", "-fwrapv", "-fno-strict-aliasing", "-fno-builtin"));
        command.addAll(options);
        command.addAll(List.of("-o", program.toString(), source.toString()));
        Compiled.run(command, folder.resolve("gcc.txt"));
        Path output = folder.resolve("output.txt");
        Compiled.run(List.of(program.toString()), output);
        return PrintedRuns.read(Files.readAllLines(output, StandardCharsets.UTF_8), Constructs::invocation);
    }

    /// Every `return` of the functions says its line first.
    private String program(int times, long seed) {
        StringBuilder program = new StringBuilder(RUNTIME)
                .append(head)
                .append(CALLEES)
                .append("#define return return leave(__LINE__),\n#line 1\n")
                .append(text)
                .append("#undef return\nint main(void)\n{\n");
        SplittableRandom random = new SplittableRandom(seed);
        for (String function : functions()) {
            for (int i = 0; i < times; i++) {
                long p0 = random.nextInt(8) == 0 ? random.nextInt(-300, 300) : random.nextInt(-1, 6);
                long p1 = random.nextInt(3) == 0 ? 0 : random.nextInt(-2, 6);
                long flags = random.nextInt(10);
                program.append("{ struct request r = { ")
                        .append(flags + ", " + random.nextInt(8) + ", " + random.nextInt(6)
                                + ", 9 }; kept = 0; seed = ")
                        .append(random.nextInt(1 << 30) + "; state = roll() % 3 == 0; odd_machine = roll() % 2; ")
                        .append("printf(\"F " + function + " " + p0 + " " + p1 + " " + flags + "\\n\"); int v = ")
                        .append(function + "(&r, " + p0 + ", " + p1 + "); printf(\"R %d %d\\n\", left, v); }\n");
            }
        }
        return program.append("return 0;\n}\n").toString();
    }

    private static Invocation invocation(String[] entry, List<String> calls, String[] end) {
        return new Invocation(
                entry[1],
                List.of(Long.parseLong(entry[2]), Long.parseLong(entry[3])),
                Long.parseLong(entry[4]),
                calls,
                Integer.parseInt(end[1]),
                Long.parseLong(end[2]));
    }

    private static String resource(String name) {
        try (InputStream in = Constructs.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
