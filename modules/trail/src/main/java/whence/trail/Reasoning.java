package whence.trail;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whence.bytes.Watch;
import whence.session.Session;
import whence.symbols.Symbol;
import whence.trail.call.CallTrail;
import whence.trail.call.GivenFile;
import whence.trail.call.LineOfProgram;
import whence.trail.knowledge.Known;
import whence.trail.knowledge.Rules;
import whence.trail.lead.LeadFinder;
import whence.trail.lead.LossLeads;
import whence.trail.lead.LossTrail;
import whence.trail.lead.line.Folded;
import whence.trail.line.LineTrail;
import whence.trail.link.SystemCall;
import whence.trail.read.Ground;
import whence.trail.read.Refusal;
import whence.trail.read.TracedCalls;
import whence.trail.report.ReportTrail;
import whence.trail.symbol.Asked;
import whence.trail.symbol.CopyRuns;
import whence.trail.symbol.Inclusions;
import whence.trail.symbol.SymbolTrail;

/// The reasoning over one session. Keeps what it worked out; any thread, one at a time inside.
public final class Reasoning {
    private final Session session;
    private @Nullable Ground ground;
    private @Nullable List<Lead> leads;

    private Reasoning(Session session) {
        this.session = session;
    }

    public static Reasoning of(Session session) {
        return new Reasoning(session);
    }

    /// See [Leads].
    public synchronized List<Lead> leads(Watch watch) {
        if (leads == null) {
            leads = new LeadFinder(ground(watch)).find(watch);
        }
        return leads;
    }

    /// The lead whose line holds this text, the most telling first; a line that no lead is made of becomes one.
    public synchronized Optional<Lead> leadOfLine(String text, Watch watch) {
        return leads(watch).stream()
                .filter(lead -> lead.title().contains(text))
                .findFirst()
                .or(() -> ground(watch).lineHolding(text, watch).map(LeadFinder::lead));
    }

    /// The lead of the system call on this line of an artifact; a call that no lead is made of becomes one where it
    /// failed.
    public synchronized Optional<Lead> leadOfCall(String artifact, long line, Watch watch) {
        return ground(watch)
                .calls()
                .at(artifact, line)
                .map(c -> LeadFinder.lead(ground(watch).calls(), c));
    }

    /// The steps from a lead to the branch, as far as the evidence goes.
    public synchronized Trail trail(Lead lead, Choices choices, Watch watch) {
        return switch (lead.kind()) {
            case REFUSED_PROBE -> refused(lead, choices, watch);
            case FAILED_CALL -> failed(lead, choices, watch);
            case LOG_LINE -> line(lead, choices, watch);
            case KERNEL_REPORT -> reported(lead, choices, watch);
            case LOSS -> LossTrail.of(lead, LossLeads.of(ground(watch).material(), lead));
        };
    }

    private Trail line(Lead lead, Choices choices, Watch watch) {
        Ground known = ground(watch);
        Optional<Folded> kernel = known.line(lead.span(), watch).filter(Folded::kernel);
        return kernel.isPresent()
                ? new LineTrail(known, lead, kernel.get(), choices).trail()
                : new LineOfProgram(known, lead, choices).trail();
    }

    private Trail reported(Lead lead, Choices choices, Watch watch) {
        Ground known = ground(watch);
        return known.reports(watch).groups().stream()
                .filter(group -> group.first().spans().getFirst().equals(lead.span()))
                .findFirst()
                .map(group -> new ReportTrail(known, lead, group, choices).trail())
                .orElseGet(() -> nothing(lead));
    }

    private Trail failed(Lead lead, Choices choices, Watch watch) {
        Ground known = ground(watch);
        Optional<SystemCall> call =
                known.calls().at(lead.span().artifact(), lead.span().line()).or(() -> traced(known, lead));
        return call.map(c -> new CallTrail(known, lead, choices, given(known, c)).of(c))
                .or(() -> known.runs().stream()
                        .filter(run -> run.exit().span().equals(lead.span()))
                        .findFirst()
                        .map(run -> new CallTrail(known, lead, choices, List.of()).of(run)))
                .orElseGet(() -> nothing(lead));
    }

    private static Optional<SystemCall> traced(Ground known, Lead lead) {
        return TracedCalls.all(known.material()).stream()
                .filter(call -> call.spans().getFirst().equals(lead.span()))
                .findFirst();
    }

    private Trail refused(Lead lead, Choices choices, Watch watch) {
        return asked(lead, ground(watch))
                .map(asked -> bySymbol(lead, asked, choices, watch))
                .orElseGet(() -> nothing(lead));
    }

    private static List<Step> given(Ground known, SystemCall call) {
        return new GivenFile(known, call).step().stream().toList();
    }

    private static Optional<Asked> asked(Lead lead, Ground known) {
        List<Refusal> all = Refusal.all(known.material());
        Optional<String> function = all.stream()
                .filter(r -> r.span().equals(lead.span()))
                .map(Refusal::function)
                .findFirst();
        return function.map(name -> Asked.refused(
                        lead,
                        all.stream().filter(r -> r.function().equals(name)).toList()))
                .or(() -> known.firstTaken().stream()
                        .filter(probe -> probe.span().equals(lead.span()))
                        .findFirst()
                        .map(probe -> Asked.taken(lead, probe)));
    }

    private Trail bySymbol(Lead lead, Asked asked, Choices choices, Watch watch) {
        Ground known = ground(watch);
        Optional<Symbol> symbol = known.symbols().named(asked.name());
        return new SymbolTrail(
                        lead,
                        asked,
                        symbol,
                        Inclusions.of(session.sources(), asked.name()),
                        symbol.map(s -> CopyRuns.of(known.material(), s)).orElse(List.of()))
                .trail(choices, session.losses())
                .and(Known.steps(
                        "such lists", Rules.shipped().apply(known.surroundings().settings())));
    }

    private Trail nothing(Lead lead) {
        Verdict verdict = new Verdict(
                Verdict.State.INSUFFICIENT, null, List.of(), "Nothing was found out about this lead.", null);
        return new Trail(lead, List.of(), verdict, List.of(), List.of(), session.losses());
    }

    /// A source added later is seen: only artifacts are read once.
    private Ground ground(Watch watch) {
        Ground known = ground;
        if (known == null) {
            known = Ground.of(session, watch);
            ground = known;
        }
        return known;
    }
}
