package whence.source.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import whence.bytes.Watch;
import whence.source.Function;
import whence.source.SourceTree;

/// A few files that use everything an index has, and all that can be asked about them.
final class SmallTree {
    static final Map<String, String> FILES = Map.of(
            "include/linux/frob.h", """
            #define FROB_LIMIT 7
            #define frob_err(fmt, ...) pr_err("frob: " fmt, ##__VA_ARGS__)
            enum frob_state { FROB_IDLE, FROB_BUSY = 4 };
            #define FROB_MAGIC "\\177FRB"
            """, "kernel/frob.c", """
            static int frob_check(struct frob *f)
            {
            	frob_err("cannot frobnicate unit %d of %s\\n", f->unit, f->name);
            	return -EINVAL;
            }
            static const struct frob_operations operations = { .check = frob_check };
            SYSCALL_DEFINE2(frobnicate, int, unit, int, flags)
            {
            	return frob_check(find(unit));
            }
            """, "kernel/compat_frob.c", """
            #define frob_check compat_frob_check
            #include "frob.c"
            """, "drivers/weld.c", """
            void weld(struct frob *f)
            {
            	f->operations->check(f);
            	pr_warn("welding torch %u is cold\\n", f->torch);
            	pr_warn("the torch begins with %s, which is unknown\\n", FROB_MAGIC);
            }
            """);

    private SmallTree() {}

    static Path write(Path folder) throws IOException {
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return folder;
    }

    static SourceTree open(Path folder, SourceCache cache) throws IOException {
        return SourceTree.open("t", folder.toString(), cache, Watch.NONE);
    }

    /// What a tree answers to everything, as text.
    static Map<String, String> answers(SourceTree tree) {
        Map<String, String> answers = new TreeMap<>();
        answers.put("functions", tree.functions().toString());
        answers.put("call", tree.function("__x64_sys_frobnicate").toString());
        answers.put("search", tree.search("frob", 9).toString());
        answers.put("line", tree.match("cannot frobnicate unit 3 of a").sites().toString());
        answers.put("other line", tree.match("welding torch 7 is cold").sites().toString());
        answers.put("length", tree.matchLength(44).sites().toString());
        answers.put("macro", tree.macros("FROB_LIMIT").toString());
        answers.put("enumerator", tree.pathsDefining("FROB_BUSY").toString());
        answers.put("instances", tree.instances("kernel/frob.c").toString());
        answers.put("paths", tree.paths().toString());
        List<Function> found = tree.function("frob_check");
        if (!found.isEmpty()) {
            answers.put("callers", tree.calls().callers(found.getFirst()).toString());
            answers.put(
                    "reaching", tree.calls().reachingCalls(found.getFirst(), 5).toString());
        }
        return answers;
    }
}
