package whence.source.index;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.source.c.Lexer;
import whence.source.c.LineNumbers;
import whence.source.c.Tokens;
import whence.source.index.facts.FileFacts;
import whence.source.index.facts.Shard;
import whence.source.index.facts.ShardWriter;
import whence.source.index.table.ByteSink;
import whence.source.index.table.ConstantTable;
import whence.source.index.table.Hash;
import whence.source.index.table.Lists;
import whence.source.index.table.Longs;
import whence.source.index.table.NameTable;
import whence.source.index.table.Pool;
import whence.source.index.table.Strings;

/// Builds the image of a tree, one file after the other. One thread.
///
/// With an earlier image at hand, files whose contents it knows are copied from it and not read.
public final class IndexBuilder {
    private final Pool paths = new Pool();
    private final Pool names = new Pool();
    private final Pool texts = new Pool();
    private final FileFacts facts = new FileFacts(names, texts);
    private final ByteSink shards = new ByteSink(1 << 12);
    private final ByteSink files = new ByteSink(1 << 12);
    private final Longs constants = new Longs();
    private final Longs definitions = new Longs();
    private final Map<Long, Integer> known = new HashMap<>();
    private final @Nullable Image earlier;
    private Tokens tokens = Lexer.lex(new byte[0]);
    private int[] copiedTo = {};
    /// Of each file of the earlier image the next one with the same contents: a tree has a few hundred such.
    private int[] sameAsBefore = {};
    private int functions;
    private int copied;

    public IndexBuilder() {
        this(null);
    }

    public IndexBuilder(@Nullable Image earlier) {
        this.earlier = earlier;
        if (earlier != null) {
            intern(earlier.names(), names);
            intern(earlier.texts(), texts);
            copiedTo = new int[earlier.files()];
            java.util.Arrays.fill(copiedTo, -1);
            sameAsBefore = new int[earlier.files()];
            for (int file = earlier.files() - 1; file >= 0; file--) {
                Integer later = known.put(earlier.contentHash(file), file);
                sameAsBefore[file] = later == null ? -1 : later;
            }
        }
    }

    private static void intern(Strings strings, Pool pool) {
        strings.each((id, bytes, length) -> pool.intern(bytes, 0, length));
    }

    /// The hash that [#reuse] asks for.
    public static long contentHash(byte[] bytes) {
        return Hash.content(bytes);
    }

    /// Takes a file from the earlier image by the hash of its contents; false where that does not have it.
    public boolean reuse(String path, long contentHash) {
        Integer file = known.get(contentHash);
        if (earlier == null || file == null || !begin(path, contentHash)) {
            return false;
        }
        if (sameAsBefore[file] >= 0) {
            known.put(contentHash, sameAsBefore[file]);
        } else {
            known.remove(contentHash);
        }
        copiedTo[file] = paths.count() - 1;
        copied++;
        byte[] bytes = earlier.shardBytes(file);
        int[] rows = Shard.decode(bytes).functions;
        define(rows, rows.length);
        shards.bytes(bytes, 0, bytes.length);
        return true;
    }

    /// How many files were copied from the earlier image.
    public int copied() {
        return copied;
    }

    /// Reads a file, the first `length` of the bytes. Of two under one path the first counts: an archive can hold
    /// anything.
    ///
    /// @param lineShift added to the numbers of lines that no `#line` speaks for
    public void add(String path, byte[] bytes, int length, int lineShift) {
        long hash = Hash.content(bytes, 0, length);
        if ((lineShift == 0 && reuse(path, hash)) || !begin(path, hash)) {
            return;
        }
        tokens = Lexer.lex(bytes, length, tokens);
        facts.read(tokens, LineNumbers.of(tokens, lineShift));
        for (int i = 0; i < facts.defined.size(); i++) {
            constants.add(ConstantTable.pair(facts.defined.get(i), paths.count() - 1));
        }
        define(facts.functions.toArray(), facts.functions.size());
        new ShardWriter(shards).write(facts);
    }

    private boolean begin(String path, long hash) {
        byte[] name = path.getBytes(StandardCharsets.UTF_8);
        int before = paths.count();
        boolean fresh = paths.intern(name, 0, name.length) == before;
        if (fresh) {
            row(hash);
        }
        return fresh;
    }

    private void row(long hash) {
        files.i64(hash);
        files.i32(shards.size());
        files.i32(functions);
    }

    private void define(int[] rows, int length) {
        int file = paths.count() - 1;
        for (int i = 0; i < length; i += FileFacts.FUNCTION) {
            definitions.add(((long) rows[i] << 32) | file);
            if (rows[i + 1] >= 0) {
                definitions.add(((long) rows[i + 1] << 32) | file);
            }
            functions++;
        }
    }

    /// The sections that speak of files and names; what prints comes on top of them.
    public ImageParts finish() {
        row(0);
        if (earlier != null) {
            new ConstantTable(earlier.section(Section.CONSTANTS)).each((hash, file) -> {
                if (file >= 0 && file < copiedTo.length && copiedTo[file] >= 0) {
                    constants.add(ConstantTable.pair(hash, copiedTo[file]));
                }
            });
        }
        Map<Section, ByteSink> sections = new EnumMap<>(Section.class);
        sections.put(Section.PATHS, Strings.encode(paths));
        sections.put(Section.NAMES, Strings.encode(names));
        sections.put(Section.NAME_TABLE, NameTable.encode(names));
        sections.put(Section.TEXTS, Strings.encode(texts));
        sections.put(Section.FILES, files);
        sections.put(Section.SHARDS, shards);
        sections.put(Section.DEFINITIONS, Lists.encode(names.count(), definitions.distinct()));
        sections.put(Section.CONSTANTS, ConstantTable.encode(constants.sorted()));
        return new ImageParts(sections);
    }
}
