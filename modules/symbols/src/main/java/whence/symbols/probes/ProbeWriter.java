package whence.symbols.probes;

import java.util.ArrayList;
import java.util.List;
import whence.symbols.facts.SymbolTable;
import whence.symbols.slides.Hex;

/// Writes probes that can be pasted.
public final class ProbeWriter {
    private static final int MAX_EVENT = 48;
    private static final String RAW_IN_BPFTRACE =
            "holds for this boot only; bpftrace takes a raw address since its change 5041 of March 2026 and with --unsafe, "
                    + "older ones turn it back into the ambiguous name";
    private final SymbolTable base;

    public ProbeWriter(SymbolTable base) {
        this.base = base;
    }

    /// @param number which copy of its name `row` is, from 1
    public List<ProbeText> of(int row, int number, int copies, Probing probing) {
        if (probing.kprobe() == Answer.Status.NO) {
            return List.of();
        }
        List<ProbeText> offers = new ArrayList<>();
        String name = base.name(row);
        if (copies == 1) {
            String target = base.module(row).isEmpty() ? name : base.module(row) + ":" + name;
            offers.add(new ProbeText(
                    "kprobe_events", "p:whence/" + event(name, 0) + " " + target, "by name; it is unique"));
            offers.add(new ProbeText("bpftrace", "kprobe:" + name, "by name; it is unique"));
            offers.add(new ProbeText("perf", "perf probe --add '" + name + "'", "by name; it is unique"));
            return offers;
        }
        if (base.addressesHidden()) {
            return List.of();
        }
        String event = event(name, number);
        String place = place(row);
        String note = place.startsWith("0x")
                ? "a raw address holds for this boot only"
                : "as perf writes it; holds for every boot of this kernel image. A return probe there needs the start of a "
                        + "function under a unique name: 6.1 refuses it with EINVAL";
        offers.add(new ProbeText("kprobe_events", "p:whence/" + event + " " + place, note));
        offers.add(new ProbeText("perf", "perf probe --add '" + event + "=" + place + "'", note));
        String address = Hex.of(base.address(row));
        offers.add(new ProbeText(
                "bpftrace", "bpftrace --unsafe -e 'kprobe:" + address + " { print(comm); }'", RAW_IN_BPFTRACE));
        return offers;
    }

    /// `_text+4103184`: KASLR moves `_text` along. Modules lie elsewhere.
    private String place(int row) {
        int[] anchor = base.named("_text");
        boolean anchored = base.module(row).isEmpty() && anchor.length == 1;
        return anchored
                ? "_text+" + Long.toUnsignedString(base.address(row) - base.address(anchor[0]))
                : Hex.of(base.address(row));
    }

    /// Event names hold letters, digits and underscores only.
    private static String event(String name, int number) {
        String plain = name.replaceAll("\\W", "_");
        String cut = plain.substring(0, Math.min(plain.length(), MAX_EVENT));
        return number == 0 ? cut : cut + "_" + number;
    }
}
