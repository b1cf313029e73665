package whence.symbols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.bytes.unpack.Compression;
import whence.bytes.unpack.Limits;
import whence.bytes.unpack.Unpacked;
import whence.symbols.facts.ElfFacts;
import whence.symbols.facts.KmodFeatures;
import whence.symbols.facts.ModuleInfo;

class ModuleFilesTest {
    @ParameterizedTest
    @ValueSource(strings = {"", ".gz", ".xz", ".zst"})
    void tells_what_a_module_says_of_itself_in_every_packing(String ending) throws IOException {
        Bytes file = module(ending);
        Optional<Compression> packing = Compression.of(file);
        assertEquals(ending.isEmpty(), packing.isEmpty());
        Bytes plain = packing.isEmpty()
                ? file
                : Unpacked.of(file, packing.get(), Limits.DEFAULT, Watch.NONE).bytes();
        ElfFacts facts = (ElfFacts) Fixtures.read("elf", plain);
        ModuleInfo info = facts.moduleInfo().orElseThrow();
        assertTrue(info.vermagic().orElseThrow().startsWith("6.1.0-56-amd64 SMP"));
        assertEquals("irqbypass,kvm", info.value("depends").orElseThrow());
        assertEquals(List.of("wide:whether it is wide (bool)", "depth:how deep it goes (int)"), info.values("parm"));
        assertTrue(facts.table().addressesHidden(), "a module is not linked yet");
    }

    @Test
    void tells_what_a_build_of_kmod_can_unpack() {
        KmodFeatures debian = KmodFeatures.in("kmod version 30 +ZSTD +XZ -ZLIB +LIBCRYPTO -EXPERIMENTAL")
                .orElseThrow();
        assertEquals(30, debian.version().orElseThrow());
        assertEquals(Set.of("xz", "zst"), debian.reads());
        assertEquals(Set.of("gz"), debian.refuses());
        assertEquals(Optional.empty(), KmodFeatures.in("BusyBox v1.35.0"));
    }

    private static Bytes module(String ending) throws IOException {
        try (InputStream in = ModuleFilesTest.class.getResourceAsStream("/whence/symbols/small-module.ko" + ending)) {
            return Bytes.of(in.readAllBytes());
        }
    }
}
