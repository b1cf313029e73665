package whence.timeline.clock;

import whence.evidence.Clock;

/// Two clocks of one boot, read at one moment: when `from` showed `atNs`, `to` was ahead of it by something between
/// `low` and `high`.
///
/// @param boot id of the boot; empty where the artifacts do not say
/// @param atNs nanoseconds on `from`
/// @param low least nanoseconds to add to `from` to get `to`
/// @param high most nanoseconds to add
public record Anchor(String boot, Clock from, Clock to, long atNs, long low, long high) {

    /// Two readings that are exact to `errorNs`.
    public static Anchor exact(String boot, Clock from, long fromNs, Clock to, long toNs, long errorNs) {
        long offset = toNs - fromNs;
        return new Anchor(boot, from, to, fromNs, offset - errorNs, offset + errorNs);
    }

    /// The same, seen from the clock of the two that is set or suspended less.
    Anchor fromSteadier() {
        return from.ordinal() > to.ordinal()
                ? this
                : new Anchor(boot, to, from, atNs + low + (high - low) / 2, -high, -low);
    }
}
