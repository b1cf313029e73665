package whence.symbols;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whence.bytes.Bytes;
import whence.symbols.facts.SymbolFacts;
import whence.symbols.read.SymbolReader;
import whence.symbols.read.SymbolReaders;

/// Bytes changed at random, the same way each time: whatever a list holds, nothing throws, nothing hangs, and the
/// same bytes give the same answer.
class DamagedListsTest {
    private static final int ROUNDS = 60;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kallsyms-excerpt.txt",
                "readelf-s-load_elf_binary.txt",
                "objdump-head.txt",
                "kprobes-blacklist-head.txt",
                "kprobes-list.txt",
                "proc-modules-head.txt",
                "kernel-config-head.txt",
                "available_filter_functions-excerpt.txt",
                "small-module.ko"
            })
    void survives_changed_bytes_in_every_reader(String file) {
        Bytes whole = Fixtures.bytes(file);
        SplittableRandom random = new SplittableRandom(file.length());
        for (int round = 0; round < ROUNDS; round++) {
            Bytes damaged = Bytes.of(damaged(whole.copy(0, (int) whole.size()), random));
            for (SymbolReader reader : SymbolReaders.all()) {
                reader.sniff(damaged, file);
                SymbolFacts facts = Fixtures.read(reader.format(), damaged);
                Symbols symbols = Symbols.of(List.of(facts), Optional.empty());
                symbols.ambiguous().forEach(Symbol::copies);
                symbols.named("load_elf_binary").ifPresent(Symbol::copies);
                assertEquals(
                        symbols.count(),
                        symbols.all().stream().mapToInt(s -> s.copies().size()).sum());
            }
        }
    }

    private static byte[] damaged(byte[] whole, SplittableRandom random) {
        byte[] bytes = Arrays.copyOf(whole, random.nextInt(4) == 0 ? random.nextInt(whole.length) : whole.length);
        for (int change = random.nextInt(1, 30); change > 0 && bytes.length > 0; change--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }
}
