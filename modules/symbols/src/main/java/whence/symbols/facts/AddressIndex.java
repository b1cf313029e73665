package whence.symbols.facts;

import java.util.Arrays;

/// Rows in order of address. Kernels list symbols nearly sorted (the kernel, then each module), which the merge uses.
final class AddressIndex {
    private final SymbolColumns columns;
    private final int[] order;

    private AddressIndex(SymbolColumns columns, int[] order) {
        this.columns = columns;
        this.order = order;
    }

    static AddressIndex of(SymbolColumns columns) {
        return new AddressIndex(
                columns, columns.hidden ? new int[0] : new RunMerge(columns.address, columns.count).sorted());
    }

    int[] order() {
        return order.clone();
    }

    int at(long address) {
        int rank = lastNotAbove(address);
        return rank < 0 ? -1 : order[firstOfSame(rank)];
    }

    int rank(int row) {
        int rank = firstOfSame(lastNotAbove(columns.address[row]));
        while (order[rank] != row) {
            rank++;
        }
        return rank;
    }

    int[] same(int row) {
        int last = lastNotAbove(columns.address[row]);
        return Arrays.copyOfRange(order, firstOfSame(last), last + 1);
    }

    /// Bytes up to the next symbol at another address in the same module.
    long distance(int row) {
        int next = lastNotAbove(columns.address[row]) + 1;
        return next < order.length && columns.module[order[next]] == columns.module[row]
                ? columns.address[order[next]] - columns.address[row]
                : SymbolTable.NO_SIZE;
    }

    private int firstOfSame(int rank) {
        int first = rank;
        while (first > 0 && columns.address[order[first - 1]] == columns.address[order[rank]]) {
            first--;
        }
        return first;
    }

    private int lastNotAbove(long address) {
        int low = 0;
        int high = order.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (Long.compareUnsigned(columns.address[order[middle]], address) <= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }
}
