package whence.symbols;

import java.util.List;
import whence.evidence.Span;

/// How many names have several addresses.
///
/// @param byText text symbols (`t`, `T`) whose name stands more than once, modules included: what
///               `awk '$2=="t"||$2=="T"{print $3}' | sort | uniq -d` prints
/// @param byKprobe names of code that the kernel's kprobe code refuses as not unique
/// @param how how `byKprobe` counts: any symbol of the same name is one too many there, data as well
/// @param evidence the whole list that was counted
public record Ambiguity(int byText, int byKprobe, String how, List<Span> evidence) {
    public Ambiguity {
        evidence = List.copyOf(evidence);
    }
}
