package whence.branches.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whence.branches.Relaid;
import whence.branches.versions.VersionDiff;
import whence.source.Function;
import whence.source.SourceTree;

/// Two versions that differ in blanks, line ends and comments alone have the same exits: every function of real files.
@Tag("deep")
class LayoutAloneTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "kernel/bpf/syscall.c",
                "fs/namei.c",
                "fs/eventpoll.c",
                "net/sched/cls_api.c",
                "fs/xfs/xfs_ioctl.c",
                "io_uring/rsrc.c",
                "mm/mmap.c",
                "kernel/sched/core.c"
            })
    void makes_no_difference_in_exits(String path) throws Exception {
        String text = Files.readString(KernelTree.root().resolve(path), StandardCharsets.ISO_8859_1);
        SourceTree plain = SourceTree.snippet("plain", path, text);
        SourceTree relaid = SourceTree.snippet("relaid", path, Relaid.of(text, path.hashCode()));
        List<Function> left = plain.file(path).orElseThrow().functions();
        List<Function> right = relaid.file(path).orElseThrow().functions();
        assertEquals(
                left.stream().map(Function::name).toList(),
                right.stream().map(Function::name).toList());
        List<String> different = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            VersionDiff diff = VersionDiff.of(plain, left.get(i), relaid, right.get(i));
            diff.exits().forEach(each -> different.add("\n" + each));
        }
        System.getLogger("whence.branches.test")
                .log(
                        System.Logger.Level.INFO,
                        path + ": " + left.size() + " functions, " + different.size() + " differences");
        assertTrue(different.isEmpty(), () -> path + different);
    }
}
