package whence.symbols.mention;

/// A place in a text that names an address of a kernel: what a reader may click on. Offsets count characters of the
/// text, the end is behind the last one.
public sealed interface AddressMention {
    int start();

    int end();

    /// A bare address: `ffffffff813e2c80`, `[<c0123456>]`, `0xffffffff813e2c80`.
    ///
    /// @param address unsigned
    record Raw(int start, int end, long address) implements AddressMention {}

    /// A symbol and how far behind its start: `bpf_prog_load+0xc3/0x570 [mod]`.
    ///
    /// @param size bytes of the symbol, which tells copies of one name apart; -1 where the text does not say
    /// @param module as the brackets say; empty where there are none
    /// @param returned whether the text means the place where a call returns to, so that the call itself stands
    /// before it
    record Named(int start, int end, String name, long offset, long size, String module, boolean returned)
            implements AddressMention {}
}
