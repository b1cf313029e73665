package whence.symbols.objects;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import whence.evidence.Grade;
import whence.symbols.facts.BuiltinRanges;
import whence.symbols.facts.SymbolTable;

/// `modules.builtin.ranges`: offsets in a section, counted from an anchor symbol, to the built-in module whose object
/// lies there. It tells copies in different modules apart, not two objects of one module.
public final class BuiltinModules implements ObjectEvidence {
    private final SymbolTable base;
    private final List<BuiltinRanges> ranges;

    public BuiltinModules(SymbolTable base, List<BuiltinRanges> ranges) {
        this.base = base;
        this.ranges = List.copyOf(ranges);
    }

    @Override
    public String kind() {
        return "modules.builtin.ranges";
    }

    @Override
    public Optional<ObjectClaim> of(int row) {
        if (base.addressesHidden() || !base.module(row).isEmpty()) {
            return Optional.empty();
        }
        for (BuiltinRanges list : ranges) {
            Map<String, Long> starts = starts(list);
            for (BuiltinRanges.Range range : list.ranges()) {
                Long start = starts.get(range.section());
                long offset = start == null ? -1 : base.address(row) - start;
                if (offset >= range.start() && offset < range.end() && start != null) {
                    return Optional.of(claim(list, range));
                }
            }
        }
        return Optional.empty();
    }

    private Map<String, Long> starts(BuiltinRanges list) {
        Map<String, Long> starts = new HashMap<>();
        list.anchors().forEach((section, anchor) -> {
            int[] rows = base.named(anchor.symbol());
            if (rows.length == 1) {
                starts.put(section, base.address(rows[0]) - anchor.offset());
            }
        });
        return starts;
    }

    private static ObjectClaim claim(BuiltinRanges list, BuiltinRanges.Range range) {
        String why = list.artifact() + " gives " + range.section() + " "
                + Long.toHexString(range.start()) + "-" + Long.toHexString(range.end()) + " to the built-in module "
                + String.join(" or ", range.modules());
        boolean one = range.modules().size() == 1;
        return new ObjectClaim(
                String.join(" or ", range.modules()), one ? Grade.OBSERVED : Grade.DERIVED, why, List.of(range.span()));
    }
}
