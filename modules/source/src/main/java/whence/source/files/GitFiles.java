package whence.source.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import whence.bytes.Watch;
import whence.evidence.Loss;

/// One revision of a git repository, bare or with a work tree, read from its objects; nothing is checked out.
public final class GitFiles implements Files {
    private final Repository repository;
    private final ObjectId tree;
    private final FileLosses losses = new FileLosses();

    private GitFiles(Repository repository, ObjectId tree) {
        this.repository = repository;
        this.tree = tree;
    }

    /// Opens `revision` (a tag, a branch, a hash, `HEAD~3`) of the repository at `path`.
    public static GitFiles open(Path path, String revision) throws IOException {
        Path inside = path.resolve(".git");
        Path directory = java.nio.file.Files.exists(inside) ? inside : path;
        FileRepositoryBuilder builder = new FileRepositoryBuilder().setMustExist(true);
        if (java.nio.file.Files.isRegularFile(inside)) {
            builder.setWorkTree(path.toFile());
        } else {
            builder.setGitDir(directory.toFile());
        }
        Repository repository = builder.build();
        ObjectId tree = resolve(repository, revision);
        if (tree == null) {
            repository.close();
            throw new IOException("no revision " + revision + " in " + path);
        }
        return new GitFiles(repository, tree);
    }

    private static @org.jspecify.annotations.Nullable ObjectId resolve(Repository repository, String revision)
            throws IOException {
        try {
            return repository.resolve(revision + "^{tree}");
        } catch (RuntimeException | IOException unreadable) {
            repository.close();
            throw new IOException("revision " + revision + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /// Hash of the revision's tree: it names the contents.
    public String treeHash() {
        return tree.name();
    }

    @Override
    public String place() {
        return repository.getDirectory().getAbsolutePath() + "@" + tree.name();
    }

    @Override
    public void each(Reader reader, Watch watch) throws IOException {
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(tree);
            walk.setRecursive(true);
            while (walk.next()) {
                watch.check();
                boolean file = (walk.getRawMode(0) & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
                if (file && Files.isC(walk.getPathString())) {
                    Optional<byte[]> bytes = contents(walk.getPathString(), walk.getObjectId(0));
                    if (bytes.isPresent()) {
                        reader.file(walk.getPathString(), bytes.get(), bytes.get().length);
                    }
                }
            }
        }
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        if (path.isEmpty()) {
            return Optional.empty();
        }
        try (TreeWalk walk = TreeWalk.forPath(repository, path, tree)) {
            return walk == null ? Optional.empty() : contents(path, walk.getObjectId(0));
        }
    }

    private Optional<byte[]> contents(String path, ObjectId blob) {
        try {
            ObjectLoader loader = repository.open(blob);
            return Optional.of(loader.getCachedBytes(LARGEST));
        } catch (IOException | RuntimeException unreadable) {
            losses.add(path, "cannot be read from the repository: " + unreadable.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public List<Loss> losses() {
        return losses.all();
    }

    @Override
    public void close() {
        repository.close();
    }
}
