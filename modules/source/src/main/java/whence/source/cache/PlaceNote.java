package whence.source.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import whence.evidence.Loss;
import whence.source.files.Files;
import whence.source.files.FolderLooks;
import whence.source.index.table.ByteSink;
import whence.source.index.table.ByteSource;
import whence.source.index.table.DamagedException;
import whence.source.index.table.Hash;

/// What is known of a place in the file system: how it looked, and the index that fits it then.
///
/// @param place where
/// @param stamp a fingerprint of how it looked: size and time of an archive, or the hash git has for a revision; 0 for
///     a directory
/// @param index name of the index that was right for it
/// @param looks of a directory, its folders and files with the hashes of their contents; nothing for other places
/// @param losses what could not be read when the index was made
public record PlaceNote(String place, long stamp, String index, FolderLooks looks, List<Loss> losses) {
    static final long HEAD = 0x3320_6563_616c_5057L;

    public PlaceNote {
        losses = List.copyOf(losses);
    }

    void write(WritableByteChannel out) throws IOException {
        ByteSink note = new ByteSink(1 << 12);
        note.text(place);
        note.i64(stamp);
        note.text(index);
        note.number(losses.size());
        for (Loss loss : losses) {
            note.text(loss.span().artifact());
            note.text(loss.why());
        }
        note.number(looks.folders().size());
        looks.folders().forEach(folder -> write(folder, note));
        ByteSink whole = new ByteSink(16 + note.size());
        whole.i64(HEAD);
        whole.i64(Hash.content(note.array(), 0, note.size()));
        whole.bytes(note.array(), 0, note.size());
        ByteBuffer bytes = ByteBuffer.wrap(whole.array(), 0, whole.size());
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private static void write(FolderLooks.Folder folder, ByteSink note) {
        note.text(folder.path());
        note.i64(folder.changed());
        note.number(folder.files().size());
        for (FolderLooks.Look look : folder.files()) {
            note.text(look.name());
            note.i64(look.size());
            note.i64(look.changed());
            note.i64(look.contentHash());
        }
    }

    /// Empty for bytes that are no note, or not as it was written.
    static Optional<PlaceNote> parse(byte[] bytes) {
        try {
            ByteSource source = new ByteSource(bytes);
            if (source.i64() != HEAD || source.i64() != Hash.content(bytes, 16, bytes.length)) {
                return Optional.empty();
            }
            String place = source.text();
            long stamp = source.i64();
            String index = source.text();
            List<Loss> losses = losses(source);
            return Optional.of(new PlaceNote(place, stamp, index, looks(source), losses));
        } catch (IndexOutOfBoundsException | DamagedException damaged) {
            return Optional.empty();
        }
    }

    private static List<Loss> losses(ByteSource source) {
        List<Loss> losses = new ArrayList<>();
        for (int left = source.count(); left > 0; left--) {
            losses.add(Files.loss(source.text(), source.text()));
        }
        return losses;
    }

    private static FolderLooks looks(ByteSource source) {
        List<FolderLooks.Folder> folders = new ArrayList<>();
        for (int left = source.count(); left > 0; left--) {
            folders.add(new FolderLooks.Folder(source.text(), source.i64(), files(source)));
        }
        return new FolderLooks(folders);
    }

    private static List<FolderLooks.Look> files(ByteSource source) {
        List<FolderLooks.Look> files = new ArrayList<>();
        for (int left = source.count(); left > 0; left--) {
            files.add(new FolderLooks.Look(source.text(), source.i64(), source.i64(), source.i64()));
        }
        return files;
    }
}
