package whence.trail.probe;

import java.nio.charset.StandardCharsets;
import java.util.List;
import whence.branches.inside.Instruction;
import whence.branches.inside.Objdump;
import whence.bytes.Bytes;
import whence.session.Artifact;
import whence.session.Session;
import whence.symbols.read.SymbolReaders;

/// The instructions of a function, where the session holds what `objdump -dl` printed of it.
final class Disassembly {
    /// A disassembly of a whole kernel is larger; nobody captures that to look at one function.
    private static final long MOST_BYTES = 32L << 20;

    private Disassembly() {}

    /// Empty where no artifact holds the function.
    static List<Instruction> of(Session session, String function) {
        for (Artifact artifact : session.artifacts()) {
            if (session.reader(artifact).isEmpty()) {
                List<Instruction> found = in(session.bytes(artifact), artifact, function);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    private static List<Instruction> in(Bytes bytes, Artifact artifact, String function) {
        boolean disassembly = bytes.size() <= MOST_BYTES
                && SymbolReaders.sniff(bytes, artifact.path())
                        .filter(reader -> reader.format().equals("objdump"))
                        .isPresent();
        return disassembly
                ? Objdump.instructions(
                        new String(bytes.copy(0, (int) bytes.size()), StandardCharsets.ISO_8859_1), function)
                : List.of();
    }
}
