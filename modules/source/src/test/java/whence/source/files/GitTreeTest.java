package whence.source.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whence.bytes.Watch;
import whence.source.SourceTree;
import whence.source.cache.SourceCache;

class GitTreeTest {
    @TempDir
    Path folder;

    private Path work = Path.of("");

    @BeforeEach
    void commitTwice() throws IOException, GitAPIException {
        work = folder.resolve("linux");
        try (Git git = Git.init()
                .setDirectory(work.toFile())
                .setInitialBranch("master")
                .call()) {
            commit(git, "void weld(void)\n{\n\tpr_warn(\"the torch is cold\\n\");\n}\n");
            git.tag().setName("v4.20").setMessage("annotated").setSigned(false).call();
            commit(git, "void cut(void)\n{\n\tpr_warn(\"the blade is blunt\\n\");\n}\n");
            git.tag().setName("v5.0").setAnnotated(false).setSigned(false).call();
        }
    }

    private static void commit(Git git, String text) throws IOException, GitAPIException {
        Path file = git.getRepository().getWorkTree().toPath().resolve("drivers/tool.c");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        git.add().addFilepattern(".").call();
        git.commit()
                .setMessage("a version")
                .setAuthor("a", "a@localhost")
                .setCommitter("a", "a@localhost")
                .setSign(false)
                .call();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v4.20", "v5.0~1", "HEAD^", "refs/tags/v4.20", "master~1"})
    void opens_a_revision_by_any_of_its_names(String revision) throws IOException {
        assertEquals(List.of("weld"), functions(work + "@" + revision));
    }

    @Test
    void opens_a_bare_and_packed_repository() throws IOException, GitAPIException {
        Path bare = folder.resolve("linux.git");
        try (Git clone = Git.cloneRepository()
                .setURI(work.toUri().toString())
                .setDirectory(bare.toFile())
                .setBare(true)
                .call()) {
            clone.gc().call();
        }
        assertEquals(List.of("weld"), functions(bare + "@v4.20"));
        assertEquals(List.of("cut"), functions(bare + "@v5.0"));
        assertEquals(List.of("cut"), functions(bare.toString()), "its HEAD where no revision is named");
    }

    @Test
    void answers_of_several_trees_name_theirs() throws IOException {
        SourceCache cache = new SourceCache(folder.resolve("cache"));
        try (SourceTree old = SourceTree.open("mainline 4.20", work + "@v4.20", cache, Watch.NONE);
                SourceTree now = SourceTree.open("5.0", work.toString(), cache, Watch.NONE)) {
            assertEquals("mainline 4.20", old.functions().getFirst().tree());
            assertEquals("5.0", now.functions().getFirst().tree());
            assertEquals(
                    "mainline 4.20",
                    old.match("the torch is cold").sites().getFirst().tree());
            assertEquals(
                    "5.0", now.match("the blade is blunt").sites().getFirst().tree());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"v9.9", "", "deadbeefdeadbeefdeadbeefdeadbeefdeadbeef", "v4.20:drivers", ".."})
    void says_which_revision_is_not_there(String revision) {
        IOException said = assertThrows(IOException.class, () -> functions(work + "@" + revision));
        assertEquals(true, said.getMessage().contains("revision " + revision), () -> String.valueOf(said.getMessage()));
    }

    @Test
    void a_damaged_object_costs_that_file() throws IOException, GitAPIException {
        try (Git git = Git.open(work.toFile())) {
            Files.writeString(work.resolve("whole.c"), "void whole(void)\n{\n}\n");
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("more")
                    .setAuthor("a", "a@localhost")
                    .setCommitter("a", "a@localhost")
                    .setSign(false)
                    .call();
            String blob = git.getRepository().resolve("HEAD:whole.c").name();
            Path object = work.resolve(".git/objects/" + blob.substring(0, 2) + "/" + blob.substring(2));
            assertEquals(true, object.toFile().setWritable(true));
            Files.write(object, "garbage".getBytes(StandardCharsets.US_ASCII));
        }
        try (SourceTree tree = open(work + "@HEAD")) {
            assertEquals(List.of("drivers/tool.c"), tree.paths());
            assertEquals(
                    List.of("whole.c"),
                    tree.losses().stream().map(loss -> loss.span().artifact()).toList());
        }
    }

    private List<String> functions(String place) throws IOException {
        try (SourceTree tree = open(place)) {
            return tree.functions().stream().map(function -> function.name()).toList();
        }
    }

    private SourceTree open(String place) throws IOException {
        return SourceTree.open("t", place, new SourceCache(folder.resolve("cache")), Watch.NONE);
    }
}
