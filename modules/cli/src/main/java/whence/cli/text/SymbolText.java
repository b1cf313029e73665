package whence.cli.text;

import whence.elf.dwarf.Dwarf;
import whence.report.Words;
import whence.symbols.Ambiguity;
import whence.symbols.Copy;
import whence.symbols.Place;
import whence.symbols.Symbol;
import whence.symbols.mention.AddressMention;
import whence.symbols.mention.Located;
import whence.symbols.probes.Answer;
import whence.symbols.probes.ProbeText;
import whence.symbols.slides.Slide;

/// Symbols as a person reads them in a terminal: a name, then each of its copies.
public final class SymbolText {
    private final Page page;

    public SymbolText(Page page) {
        this.page = page;
    }

    /// The counts that stand before any list.
    public void counts(int count, Ambiguity ambiguity) {
        page.line(count + " symbols; " + ambiguity.byText() + " names of text symbols have several copies; a kprobe by "
                + "name is ambiguous for " + ambiguity.byKprobe());
        page.wrapped("  ", "  ", "(counted for kprobes: " + ambiguity.how() + ")");
    }

    public void slide(Slide slide) {
        page.wrapped(
                "  ", "    ", Page.safe(slide.artifact()) + ": " + slide.why() + " [" + Words.of(slide.grade()) + "]");
    }

    /// What an address mentioned in a text stands for, and the lines it was compiled from.
    public void located(String text, Located located) {
        page.blank();
        AddressMention mention = located.mention();
        page.line(page.ink().strong(Page.safe(text.substring(mention.start(), mention.end())))
                + (located.places().isEmpty() ? "  no symbol of this kernel covers it" : ""));
        located.places().forEach(this::spot);
    }

    private void spot(Located.Spot spot) {
        Place place = spot.place();
        String address = place.addressText();
        String object = place.copy().object();
        page.line("  " + (address == null ? "(address hidden)" : address) + "  " + Page.safe(place.toString())
                + (object == null ? "" : "  (" + Page.safe(object) + ")"));
        for (Dwarf.Frame frame : spot.lines()) {
            page.line("      " + Page.safe(frame.file()) + ":" + (frame.line() == 0 ? "?" : frame.line()) + "  "
                    + Page.safe(frame.function()) + (frame.inlined() ? ", inlined into" : ""));
        }
    }

    /// @param offers whether the probes ready to paste are wanted
    public void symbol(Symbol symbol, boolean offers) {
        page.blank();
        int copies = symbol.copies().size();
        page.line(page.ink().strong(Page.safe(symbol.name())) + (copies > 1 ? "  " + copies + " copies" : ""));
        symbol.copies().forEach(copy -> copy(copy, offers));
    }

    private void copy(Copy copy, boolean offers) {
        String address = copy.addressText();
        page.line("  " + (address == null ? "(address hidden)" : address) + " " + copy.type()
                + (copy.module().isEmpty() ? "" : " [" + Page.safe(copy.module()) + "]")
                + "  "
                + (copy.object() == null ? "object not known" : page.ink().strong(Page.safe(copy.object()))));
        if (!copy.aliases().isEmpty()) {
            page.wrapped("      also named ", "        ", String.join(" ", copy.aliases()));
        }
        page.wrapped("      ", "        ", copy.why() + " [" + Words.of(copy.grade()) + "]");
        answer("kprobe by name", copy.probing().byName());
        answer("kprobe by address", copy.probing().byAddress());
        answer("fentry", copy.probing().fentry());
        if (offers) {
            copy.offers().forEach(this::offer);
        }
    }

    private void answer(String way, Answer answer) {
        String word = switch (answer.status()) {
            case YES -> page.ink().good("yes");
            case NO -> page.ink().bad("no");
            case UNKNOWN -> page.ink().doubtful("not known");
        };
        page.wrapped("      " + way + ": ", "        ", word + ", " + answer.why());
    }

    private void offer(ProbeText offer) {
        page.wrapped("      " + offer.tool() + ": ", "        ", offer.note());
        page.verbatim("          ", offer.text());
    }
}
