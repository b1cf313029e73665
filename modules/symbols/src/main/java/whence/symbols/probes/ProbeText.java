package whence.symbols.probes;

/// A probe ready to paste.
///
/// @param tool `kprobe_events`, `perf` or `bpftrace`
/// @param text the whole line to paste
/// @param note what one must know: which versions take it
public record ProbeText(String tool, String text, String note) {}
