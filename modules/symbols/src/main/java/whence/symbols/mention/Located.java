package whence.symbols.mention;

import java.util.List;
import whence.elf.dwarf.Dwarf;
import whence.symbols.Place;

/// What a mention stands for in the kernel that ran.
///
/// @param places one for each copy it may mean; empty where the kernel's list has none that fits
public record Located(AddressMention mention, List<Spot> places) {
    public Located {
        places = List.copyOf(places);
    }

    /// One place, with the source it was compiled from.
    ///
    /// @param lines innermost inlined function first; empty without debug information. Of a place
    /// where a call returns to, those of the call.
    public record Spot(Place place, List<Dwarf.Frame> lines) {
        public Spot {
            lines = List.copyOf(lines);
        }

        /// Whether both are one known address.
        public boolean isAt(Spot other) {
            String address = place.addressText();
            return address != null && address.equals(other.place.addressText());
        }
    }
}
