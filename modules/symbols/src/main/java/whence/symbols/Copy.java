package whence.symbols;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.evidence.Grade;
import whence.evidence.Ref;
import whence.evidence.Span;
import whence.symbols.probes.ProbeText;
import whence.symbols.probes.Probing;
import whence.symbols.slides.Hex;

/// One of the things that bear a name.
///
/// @param address unsigned; meaningless unless `addressKnown`
/// @param addressKnown false where the artifact shows zeroes only: the copy is counted, its place is not known
/// @param type letter of `nm`
/// @param module empty for the kernel itself; the pseudo-modules `bpf`, `__builtin__ftrace` and `__builtin__kprobes`
/// too
/// @param size bytes, declared or up to the next symbol; [whence.symbols.facts.SymbolTable#NO_SIZE] where not known
/// @param number which copy of its name this is, from 1
/// @param aliases other names at the same address
/// @param warnings what compiler and linker did to it, as its suffixes say: `.isra` changed its arguments
/// @param object source file (`compat_binfmt_elf.c`) or module file (`kvm.ko`) it comes from; null where nothing says
/// so
/// @param grade how `object` is known; where it is null, how the copy itself is
/// @param why the sentence for `object`, or why there is none
/// @param evidence where all this stands: the copy's own line first
/// @param probing what can be attached to it
/// @param offers probes ready to paste, best first; empty where nothing can be attached
public record Copy(
        String name,
        long address,
        boolean addressKnown,
        char type,
        String module,
        long size,
        int number,
        List<String> aliases,
        List<String> warnings,
        @Nullable String object,
        Grade grade,
        String why,
        List<Span> evidence,
        Probing probing,
        List<ProbeText> offers) {
    public Copy {
        aliases = List.copyOf(aliases);
        warnings = List.copyOf(warnings);
        evidence = List.copyOf(evidence);
        offers = List.copyOf(offers);
    }

    /// Where one looks to see it.
    public Ref.Symbol ref() {
        return new Ref.Symbol(name, addressKnown ? address : 0);
    }

    /// The address as people and JSON write it; null where it is not known.
    public @Nullable String addressText() {
        return addressKnown ? Hex.of(address) : null;
    }
}
