package whence.trail.walk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.session.Artifact;
import whence.session.Session;
import whence.session.SessionException;
import whence.trail.Choices;
import whence.trail.Lead;
import whence.trail.Reasoning;
import whence.trail.Trail;

/// A sample session, as it is or changed: unpacked into a folder whose files a test may replace or take away.
final class Sample {
    private final Path folder;

    private Sample(Path folder) {
        this.folder = folder;
    }

    static Path packed(String name) {
        return Path.of(System.getProperty("whence.root"), "sample-sessions", name + ".whence");
    }

    static Sample unpack(String name, Path folder) throws IOException, SessionException {
        try (InputStream file = Files.newInputStream(packed(name));
                TarArchiveInputStream tar = new TarArchiveInputStream(file)) {
            tar.getNextEntry();
            Files.write(folder.resolve("session.json"), tar.readAllBytes());
        }
        try (Session session = Session.open(List.of(packed(name)), folder.resolveSibling("state"), Watch.NONE)) {
            for (Artifact artifact : session.artifacts()) {
                if (artifact.derivedFrom() == null) {
                    Path target = folder.resolve("artifacts").resolve(artifact.path());
                    Files.createDirectories(target.getParent());
                    Bytes bytes = session.bytes(artifact);
                    Files.write(target, bytes.copy(0, (int) bytes.size()));
                }
            }
        }
        return new Sample(folder);
    }

    static Sample empty(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("artifacts"));
        return new Sample(folder);
    }

    Sample without(String artifact) throws IOException {
        Files.delete(folder.resolve("artifacts").resolve(artifact));
        return this;
    }

    Sample with(String artifact, String text) throws IOException {
        Path target = folder.resolve("artifacts").resolve(artifact);
        Files.createDirectories(target.getParent());
        Files.writeString(target, text, StandardCharsets.UTF_8);
        return this;
    }

    Sample manifest(String json) throws IOException {
        Files.writeString(folder.resolve("session.json"), json, StandardCharsets.UTF_8);
        return this;
    }

    Sample changing(String artifact, UnaryOperator<String> change) throws IOException {
        Path target = folder.resolve("artifacts").resolve(artifact);
        return with(artifact, change.apply(Files.readString(target, StandardCharsets.UTF_8)));
    }

    /// The trail of the first lead whose title holds this.
    Trail trail(String title, Choices choices) throws SessionException {
        return trail(folder, title, choices);
    }

    static Trail trail(Path session, String title, Choices choices) throws SessionException {
        Path state = Path.of(System.getProperty("java.io.tmpdir"), "whence-trail-test-state");
        try (Session opened = Session.open(List.of(session), state, Watch.NONE)) {
            Reasoning reasoning = Reasoning.of(opened);
            Lead lead = reasoning.leads(Watch.NONE).stream()
                    .filter(l -> l.title().contains(title))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no lead holds " + title));
            return reasoning.trail(lead, choices, Watch.NONE);
        }
    }

    static List<Lead> leads(Path session) throws SessionException {
        Path state = Path.of(System.getProperty("java.io.tmpdir"), "whence-trail-test-state");
        try (Session opened = Session.open(List.of(session), state, Watch.NONE)) {
            return Reasoning.of(opened).leads(Watch.NONE);
        }
    }
}
