package whence.source.index;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import whence.bytes.Bytes;
import whence.source.index.facts.Shard;
import whence.source.index.table.ConstantTable;
import whence.source.index.table.DamagedException;
import whence.source.index.table.Hash;
import whence.source.index.table.Lists;
import whence.source.index.table.NameTable;
import whence.source.index.table.Region;
import whence.source.index.table.Strings;

/// Everything known of a tree, read from bytes on the heap or in a mapped cache file. May be read from several threads.
///
/// Strings have numbers, and everything else speaks in these: see [#names] and [#texts]. A function is addressed by
/// its file and its place in that file's [Shard].
public final class Image {
    /// Raised whenever the layout, or what the scanner finds, changes.
    public static final int VERSION = 13;

    static final int FILE = 16;

    private final Region[] sections;
    private final Strings paths;
    private final Strings names;
    private final Strings texts;

    Image(Region[] sections) {
        this.sections = sections;
        this.paths = new Strings(section(Section.PATHS));
        this.names = new Strings(section(Section.NAMES));
        this.texts = new Strings(section(Section.TEXTS));
    }

    /// The image in a file of the cache. What is damaged behind its header is found when it is read.
    ///
    /// @param name that it was kept by
    /// @throws DamagedException where the file is no image of this version and name
    public static Image inFile(Bytes file, String name) {
        try {
            return new Image(ImageHeader.read(file, name).sections(file));
        } catch (whence.bytes.ShrunkException gone) {
            throw new DamagedException("the index was cut off while it was opened", gone);
        }
    }

    public Region section(Section section) {
        return sections[section.ordinal()];
    }

    public Strings names() {
        return names;
    }

    public Strings texts() {
        return texts;
    }

    public int files() {
        return paths.count();
    }

    public String path(int file) {
        return paths.text(file);
    }

    /// The number of a name, or -1 where the tree does not have it.
    public int name(String text) {
        return name(text.getBytes(StandardCharsets.UTF_8));
    }

    public int name(byte[] wanted) {
        return NameTable.find(section(Section.NAME_TABLE), wanted, names);
    }

    /// Hash over a file's contents.
    public long contentHash(int file) {
        return section(Section.FILES).i64((long) file * FILE);
    }

    /// Number of the first function of a file, if the functions of all files are counted through; defined for
    /// [#files] as well, where it is the number of all functions.
    public int firstFunction(int file) {
        Region table = section(Section.FILES);
        return table.i32((long) file * FILE + 12);
    }

    int shardStart(int file) {
        return section(Section.FILES).i32((long) file * FILE + 8);
    }

    byte[] shardBytes(int file) {
        int start = shardStart(file);
        return section(Section.SHARDS).copy(start, shardStart(file + 1) - start);
    }

    /// What stands in a file; decoded anew at every call.
    public Shard shard(int file) {
        return Shard.decode(shardBytes(file));
    }

    /// The file that a function counted through all files stands in.
    public int fileOfFunction(int function) {
        int low = 0;
        int high = files();
        while (low + 1 < high) {
            int middle = (low + high) >>> 1;
            if (firstFunction(middle) <= function) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The files that define a name as a function, in their order.
    public List<Integer> definingFiles(int name) {
        return Arrays.stream(new Lists(section(Section.DEFINITIONS)).of(name))
                .boxed()
                .toList();
    }

    /// Whether some file defines a name as a function.
    public boolean defines(int name) {
        return !new Lists(section(Section.DEFINITIONS)).isEmpty(name);
    }

    /// The files that may define a name as a macro or an enumerator: rarely one too many, never one too few.
    public List<Integer> constantFiles(String name) {
        byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
        return new ConstantTable(section(Section.CONSTANTS)).files(Hash.of(wanted, 0, wanted.length));
    }

    /// All paths, in their order.
    public List<String> allPaths() {
        List<String> all = new ArrayList<>(files());
        for (int file = 0; file < files(); file++) {
            all.add(path(file));
        }
        return all;
    }
}
