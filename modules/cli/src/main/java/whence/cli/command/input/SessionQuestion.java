package whence.cli.command.input;

import picocli.CommandLine.Mixin;
import whence.bytes.Watch;
import whence.session.Session;

/// A question about a session: it is opened for the answer and closed after it, and what was lost in reading it is said
/// at the end, whatever the answer was.
public abstract class SessionQuestion extends Question {
    @Mixin
    protected final SessionInput input = new SessionInput();

    @Override
    public final Integer call() {
        check();
        Watch watch = common.watch(streams);
        try (Session session = input.open(watch)) {
            int status = answer(session, watch);
            SessionInput.warnOf(session.losses(), common, streams);
            return status;
        }
    }

    /// Refuses options that cannot be meant, before anything is opened.
    ///
    /// @throws InputException with the sentence
    protected void check() {}

    /// Prints the answer.
    ///
    /// @return exit status
    protected abstract int answer(Session session, Watch watch);
}
