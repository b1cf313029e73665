package whence.elf.btf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import whence.elf.Words;
import whence.evidence.Loss;
import whence.evidence.Span;

/// The type table: where the record of each number stands. Numbers count from 1; 0 is `void`.
final class BtfTypes {
    static final int INT = 1;
    static final int PTR = 2;
    static final int ARRAY = 3;
    static final int STRUCT = 4;
    static final int UNION = 5;
    static final int ENUM = 6;
    static final int FWD = 7;
    static final int TYPEDEF = 8;
    static final int VOLATILE = 9;
    static final int CONST = 10;
    static final int RESTRICT = 11;
    static final int FUNC = 12;
    static final int FUNC_PROTO = 13;
    static final int FLOAT = 16;
    static final int TYPE_TAG = 18;
    static final int ENUM64 = 19;
    private static final int DEEPEST = 32;

    private final Words words;
    private final long strings;
    private final long stringsEnd;
    private final int[] records;
    private final Map<String, List<Integer>> names = new HashMap<>();
    private final Map<String, Long> enumerators = new HashMap<>();

    private BtfTypes(Words words, long strings, long stringsEnd, int[] records) {
        this.words = words;
        this.strings = strings;
        this.stringsEnd = stringsEnd;
        this.records = records;
        for (int type = 1; type < records.length; type++) {
            index(type);
        }
    }

    static BtfTypes read(Words words, String artifact, List<Loss> losses) {
        long header = words.u32(4);
        long start = header + words.u32(8);
        long length = words.u32(12);
        long strings = header + words.u32(16);
        long stringLength = words.u32(20);
        if (!words.holds(start, length) || !words.holds(strings, stringLength)) {
            losses.add(loss(artifact, 0, words.bytes().size(), "its header names parts that lie outside the file"));
            return new BtfTypes(words, 0, 0, new int[1]);
        }
        int[] records = new int[1024];
        int count = 1;
        long end = start + length;
        long at = start;
        while (end - at >= 12) {
            long size = BtfRecord.size(words, at);
            if (size < 0 || size > end - at) {
                losses.add(loss(artifact, at, end - at, "type " + count + " is of no known kind or does not fit"));
                break;
            }
            records = count == records.length ? Arrays.copyOf(records, count * 2) : records;
            records[count++] = (int) at;
            at += size;
        }
        return new BtfTypes(words, strings, strings + stringLength, Arrays.copyOf(records, count));
    }

    private static Loss loss(String artifact, long offset, long length, String why) {
        return new Loss(
                new Span(artifact, Span.NO_LINE, offset, length), Loss.Kind.UNREADABLE, Loss.UNKNOWN, "BTF: " + why);
    }

    private void index(int type) {
        String name = name(type);
        if (!name.isEmpty()) {
            names.computeIfAbsent(name, n -> new ArrayList<>(1)).add(type);
        }
        if (kind(type) == ENUM) {
            boolean signed = flag(type);
            entries(type, 8)
                    .forEach(at -> enumerators.putIfAbsent(
                            text(words.u32(at)), signed ? words.i32((long) at + 4) : words.u32((long) at + 4)));
        } else if (kind(type) == ENUM64) {
            entries(type, 12)
                    .forEach(at -> enumerators.putIfAbsent(
                            text(words.u32(at)), words.u32((long) at + 4) | (words.u32((long) at + 8) << 32)));
        }
    }

    int count() {
        return records.length - 1;
    }

    Map<String, Long> enumerators() {
        return enumerators;
    }

    Optional<Integer> named(String name, int... kinds) {
        return names.getOrDefault(name, List.of()).stream()
                .filter(type -> IntStream.of(kinds).anyMatch(kind -> kind == kind(type)))
                .findFirst();
    }

    int kind(int type) {
        return valid(type) ? (info(type) >>> 24) & 0x1f : 0;
    }

    private boolean flag(int type) {
        return info(type) < 0;
    }

    private int info(int type) {
        return words.i32(records[type] + 4L);
    }

    private boolean valid(int type) {
        return type > 0 && type < records.length;
    }

    String name(int type) {
        return valid(type) ? text(words.u32(records[type])) : "";
    }

    private String text(long offset) {
        long at = strings + offset;
        if (at >= stringsEnd) {
            return "";
        }
        long end = words.bytes().indexOf((byte) 0, at, stringsEnd);
        return words.bytes().text(at, (int) Math.min(4096, (end < 0 ? stringsEnd : end) - at));
    }

    /// Offsets of the parts behind a record.
    private IntStream entries(int type, int size) {
        int first = records[type] + 12;
        return IntStream.range(0, info(type) & 0xffff).map(i -> first + i * size);
    }

    private int target(int type) {
        return words.i32(records[type] + 8L);
    }

    /// Behind typedefs and qualifiers.
    int resolved(int type) {
        int at = type;
        for (int depth = 0; depth < DEEPEST; depth++) {
            switch (kind(at)) {
                case TYPEDEF, VOLATILE, CONST, RESTRICT, TYPE_TAG -> at = target(at);
                default -> {
                    return at;
                }
            }
        }
        return 0;
    }

    /// Bytes, or -1 where a type has no size or it is too deep to tell.
    long size(int type) {
        return size(type, 0);
    }

    private long size(int type, int depth) {
        int at = resolved(type);
        return switch (kind(at)) {
            case INT, STRUCT, UNION, ENUM, ENUM64, FLOAT -> Integer.toUnsignedLong(target(at));
            case PTR -> 8;
            case ARRAY -> {
                long each = depth > DEEPEST ? -1 : size(words.i32(records[at] + 12L), depth + 1);
                yield each < 0 ? -1 : each * words.u32(records[at] + 20L);
            }
            default -> -1;
        };
    }

    List<Btf.Member> members(int type) {
        boolean bitFields = flag(type);
        return entries(type, 12)
                .mapToObj(at -> {
                    long place = words.u32((long) at + 8);
                    int typeId = words.i32((long) at + 4);
                    int bits = bitFields ? (int) (place >>> 24) : 0;
                    long offset = bitFields ? place & 0xffffff : place;
                    return new Btf.Member(
                            text(words.u32(at)), spelled(typeId, 0), offset, bits == 0 ? -1 : bits, typeId);
                })
                .toList();
    }

    /// A member by name, searched through anonymous members as C does.
    Optional<Btf.Member> member(int type, String name, int depth) {
        if (depth > DEEPEST || (kind(type) != STRUCT && kind(type) != UNION)) {
            return Optional.empty();
        }
        for (Btf.Member member : members(type)) {
            if (member.name().equals(name)) {
                return Optional.of(member);
            }
            Optional<Btf.Member> inner =
                    member.name().isEmpty() ? member(resolved(member.typeId()), name, depth + 1) : Optional.empty();
            if (inner.isPresent()) {
                Btf.Member found = inner.get();
                return Optional.of(new Btf.Member(
                        found.name(),
                        found.type(),
                        member.bitOffset() + found.bitOffset(),
                        found.bitSize(),
                        found.typeId()));
            }
        }
        return Optional.empty();
    }

    Btf.Prototype prototype(int function) {
        int type = target(function);
        if (kind(type) != FUNC_PROTO) {
            return new Btf.Prototype(name(function), "?", List.of());
        }
        List<Btf.Parameter> parameters = entries(type, 8)
                .mapToObj(at -> new Btf.Parameter(text(words.u32(at)), spelled(words.i32((long) at + 4), 0)))
                .toList();
        return new Btf.Prototype(name(function), spelled(target(type), 0), parameters);
    }

    /// A type as C writes it, as far as a reader needs it.
    private String spelled(int type, int depth) {
        if (depth > DEEPEST) {
            return "?";
        }
        return switch (kind(type)) {
            case 0 -> type == 0 ? "void" : "?";
            case PTR -> spelled(target(type), depth + 1) + " *";
            case ARRAY ->
                spelled(words.i32(records[type] + 12L), depth + 1) + "[" + words.u32(records[type] + 20L) + "]";
            case STRUCT -> "struct " + name(type);
            case UNION -> "union " + name(type);
            case ENUM, ENUM64 -> "enum " + name(type);
            case FWD -> (flag(type) ? "union " : "struct ") + name(type);
            case CONST -> "const " + spelled(target(type), depth + 1);
            case VOLATILE -> "volatile " + spelled(target(type), depth + 1);
            case RESTRICT, TYPE_TAG -> spelled(target(type), depth + 1);
            case FUNC_PROTO -> "function";
            default -> name(type);
        };
    }
}
