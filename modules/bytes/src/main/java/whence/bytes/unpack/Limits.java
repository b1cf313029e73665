package whence.bytes.unpack;

/// How much a packed input may grow. What lies beyond is cut off, with a sentence.
///
/// @param bytes most bytes one input may unpack to
/// @param ratio most bytes out for each byte in, once more than [#FREE] came out: a near-empty journal file shrinks a
/// thousandfold, a bomb a millionfold
public record Limits(long bytes, long ratio) {
    /// Up to here no ratio is asked for.
    public static final long FREE = 64L << 20;

    /// 8 GiB and two thousand to one.
    public static final Limits DEFAULT = new Limits(8L << 30, 2000);

    /// Most bytes that `packed` bytes may become.
    public long allowed(long packed) {
        long byRatio = packed > bytes / ratio ? bytes : packed * ratio;
        return Math.min(bytes, Math.max(FREE, byRatio));
    }
}
