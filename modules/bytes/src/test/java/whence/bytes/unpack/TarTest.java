package whence.bytes.unpack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import whence.bytes.Bytes;
import whence.bytes.Watch;

/// Archives as they come, hostile ones among them.
final class TarTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name());

    private void file(String name, String content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    private void special(String name, byte type, String target) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, type, true);
        entry.setLinkName(target);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    private byte[] archive() throws IOException {
        tar.close();
        return out.toByteArray();
    }

    private static Tar.Contents read(byte[] archive) {
        return Tar.read(Bytes.of(archive), Watch.NONE);
    }

    private static List<String> names(Tar.Contents contents) {
        return contents.members().stream().map(Member::path).toList();
    }

    @Test
    void hands_on_members_as_views_with_their_offsets() throws Exception {
        file("a", "first");
        file("b/c", "second");
        byte[] archive = archive();
        assertTrue(Tar.is(Bytes.of(archive)));
        Member second = read(archive).members().getLast();
        assertEquals("second", second.content().text());
        assertEquals("second", new String(archive, (int) second.offset(), 6, StandardCharsets.US_ASCII));
    }

    @Test
    void long_names_come_in_both_dialects() throws Exception {
        String name = "d/".repeat(90) + "end-\u00e9";
        tar.setAddPaxHeadersForNonAsciiNames(true);
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        file(name, "posix");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
        file(name + "2", "gnu");
        Tar.Contents contents = read(archive());
        assertEquals(List.of(name, name + "2"), names(contents));
        assertEquals(List.of(), contents.troubles());
    }

    @Test
    void paths_are_cleaned_and_those_that_climb_are_left_out() {
        assertEquals(Optional.of("a/c"), Tar.clean("./a/b/../c"));
        assertEquals(Optional.empty(), Tar.clean("a/../../b"));
        assertEquals(Optional.empty(), Tar.clean("/etc/passwd"));
        assertEquals(Optional.empty(), Tar.clean("../b"));
        assertEquals(Optional.empty(), Tar.clean("a\0b"));
        assertEquals(Optional.empty(), Tar.clean("./"));
    }

    @Test
    void devices_and_links_that_leave_are_said_and_links_inside_pass() throws Exception {
        special("dev", TarConstants.LF_CHR, "");
        special("out", TarConstants.LF_SYMLINK, "../../outside");
        special("hard", TarConstants.LF_LINK, "/outside");
        special("d/in", TarConstants.LF_SYMLINK, "../kept");
        file("kept", "x");
        Tar.Contents contents = read(archive());
        assertEquals(List.of("kept"), names(contents));
        assertEquals(3, contents.troubles().size(), contents.troubles().toString());
    }

    @Test
    void a_broken_header_costs_its_own_member() throws Exception {
        file("a", "first");
        file("b", "second");
        file("c", "third");
        byte[] archive = archive();
        archive[1024 + 148] ^= 7;
        Tar.Contents contents = read(archive);
        assertEquals(List.of("a", "c"), names(contents));
        assertEquals(1024, contents.troubles().getFirst().offset());
    }

    @Test
    void an_extended_header_that_claims_gigabytes_is_not_read() throws Exception {
        file("a", "first");
        file("b", "second");
        byte[] archive = archive();
        archive[1024 + 156] = 'L';
        Arrays.fill(archive, 1024 + 124, 1024 + 135, (byte) '7');
        Tar.Contents contents = read(archive);
        assertEquals(List.of("a"), names(contents));
        assertTrue(contents.troubles().getFirst().why().contains("extended header"));
    }

    @Test
    void a_member_longer_than_the_archive_gives_what_is_there() throws Exception {
        file("a", "x".repeat(5000));
        Tar.Contents contents = read(Arrays.copyOf(archive(), 512 + 1000));
        assertEquals(1000, contents.members().getFirst().content().size());
        assertTrue(contents.troubles().getFirst().why().contains("1000 of 5000 bytes"));
    }

    @Test
    void damage_anywhere_never_throws() throws Exception {
        for (int i = 0; i < 20; i++) {
            file("folder/file-" + i, "content ".repeat(i * 20));
        }
        special("link", TarConstants.LF_SYMLINK, "folder/file-1");
        byte[] archive = archive();
        SplittableRandom random = new SplittableRandom(11);
        int whole = 0;
        for (int i = 0; i < 500; i++) {
            byte[] damaged = Arrays.copyOf(archive, random.nextInt(1, archive.length + 1));
            for (int flips = random.nextInt(5); flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            whole += read(damaged).members().size() == 20 ? 1 : 0;
        }
        assertTrue(whole < 500);
    }
}
