package whence.elf.btf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import whence.bytes.Bytes;
import whence.elf.Elf;
import whence.elf.Words;
import whence.evidence.Loss;

/// The types of a kernel or module as BTF gives them: sizes of structures, offsets of members, values of enumerators,
/// parameters of functions. What a guard that compares with `sizeof` or an enumerator needs to be judged.
///
/// Format: `Documentation/bpf/btf.rst` of the kernel. Immutable after [#of]; any thread. Names are those of C without
/// `struct`, `union` or `enum` in front; a typedef leads to what it stands for.
public final class Btf {
    private final BtfTypes types;
    private final List<Loss> losses;

    private Btf(BtfTypes types, List<Loss> losses) {
        this.types = types;
        this.losses = List.copyOf(losses);
    }

    /// Whether bytes begin as raw BTF does, in either byte order.
    public static boolean isBtf(Bytes head) {
        return head.size() >= 24 && (head.u16(0) == 0xeb9f || head.u16(0) == 0x9feb) && head.at(2) == 1;
    }

    /// Reads raw BTF; empty where it is none.
    public static Optional<Btf> of(Bytes bytes, String artifact) {
        if (!isBtf(bytes)) {
            return Optional.empty();
        }
        List<Loss> losses = new ArrayList<>();
        Words words = new Words(bytes, bytes.u16(0) == 0x9feb, true);
        return Optional.of(new Btf(BtfTypes.read(words, artifact, losses), losses));
    }

    /// Reads the `.BTF` section of an ELF file. That of a module counts on from the types of its kernel, so only the
    /// types that refer to none of those can be told.
    public static Optional<Btf> of(Elf elf) {
        return elf.section(".BTF").flatMap(section -> of(elf.bytes(section), elf.artifact()));
    }

    /// Types it holds.
    public int count() {
        return types.count();
    }

    /// The structure or union of a name: `linux_binprm`, `bpf_attr`.
    public Optional<Struct> struct(String name) {
        return types.named(name, BtfTypes.STRUCT, BtfTypes.UNION).map(this::struct);
    }

    /// Bytes of a structure, union, enumeration or typedef.
    public OptionalLong sizeOf(String name) {
        return types.named(
                        name,
                        BtfTypes.STRUCT,
                        BtfTypes.UNION,
                        BtfTypes.ENUM,
                        BtfTypes.ENUM64,
                        BtfTypes.TYPEDEF,
                        BtfTypes.INT)
                .map(types::size)
                .filter(size -> size >= 0)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /// The value of an enumerator: 1 for `BPF_PROG_TYPE_SOCKET_FILTER`.
    public OptionalLong enumerator(String name) {
        Long value = types.enumerators().get(name);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /// A member of a structure or union by its path, `prog_type` or `info.bpf_fd`; members of anonymous structures
    /// and unions are found as C finds them, with their offset in the whole.
    public Optional<Member> member(String struct, String path) {
        String[] names = path.split("\\.", -1);
        Optional<Integer> home = types.named(struct, BtfTypes.STRUCT, BtfTypes.UNION);
        Optional<Member> found = Optional.empty();
        long offset = 0;
        for (String name : names) {
            found = home.flatMap(type -> types.member(type, name, 0));
            if (found.isEmpty()) {
                return Optional.empty();
            }
            long base = offset;
            offset += found.get().bitOffset();
            long total = offset;
            found = found.map(member -> new Member(
                    member.name(), member.type(), base + member.bitOffset(), member.bitSize(), member.typeId()));
            home = found.map(member -> types.resolved(member.typeId()));
            if (total < 0) {
                return Optional.empty();
            }
        }
        return found;
    }

    /// A function's parameters, in order; empty where it is not in BTF (static functions that were inlined are not).
    public Optional<Prototype> function(String name) {
        return types.named(name, BtfTypes.FUNC).map(types::prototype);
    }

    public List<Loss> losses() {
        return losses;
    }

    private Struct struct(int type) {
        return new Struct(types.name(type), types.kind(type) == BtfTypes.UNION, types.size(type), types.members(type));
    }

    /// A structure or union.
    ///
    /// @param size in bytes
    public record Struct(String name, boolean union, long size, List<Member> members) {
        public Struct {
            members = List.copyOf(members);
        }
    }

    /// A member.
    ///
    /// @param name empty for an anonymous structure or union
    /// @param type as C writes it, roughly: `struct file *`
    /// @param bitOffset from the start of the structure
    /// @param bitSize of a bit field; -1 where it is none
    /// @param typeId number of its type
    public record Member(String name, String type, long bitOffset, int bitSize, int typeId) {}

    /// A function.
    ///
    /// @param returns type as C writes it, roughly
    public record Prototype(String name, String returns, List<Parameter> parameters) {
        public Prototype {
            parameters = List.copyOf(parameters);
        }
    }

    /// A parameter of a function.
    public record Parameter(String name, String type) {}
}
