package whence.elf.dwarf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The functions of a unit that have code, by the pieces of their addresses.
final class Functions {
    private final List<Entry> entries = new ArrayList<>();
    private long[] pieces = new long[64];
    private int[] owners = new int[32];
    private int count;

    /// @param ranges pairs of start and end
    void add(Entry entry, long[] ranges) {
        for (int i = 0; i < ranges.length; i += 2) {
            if (count == owners.length) {
                owners = Arrays.copyOf(owners, count * 2);
                pieces = Arrays.copyOf(pieces, count * 4);
            }
            pieces[count * 2] = ranges[i];
            pieces[count * 2 + 1] = ranges[i + 1];
            owners[count++] = entries.size();
        }
        entries.add(entry);
    }

    int count() {
        return entries.size();
    }

    /// The function whose piece around an address is the smallest; null where none covers it.
    @Nullable
    Entry at(long address) {
        int best = -1;
        long span = 0;
        for (int i = 0; i < count; i++) {
            long length = pieces[i * 2 + 1] - pieces[i * 2];
            if (Long.compareUnsigned(address - pieces[i * 2], length) < 0
                    && (best < 0 || Long.compareUnsigned(length, span) < 0)) {
                best = i;
                span = length;
            }
        }
        return best < 0 ? null : entries.get(owners[best]);
    }
}
