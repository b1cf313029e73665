package whence.cli.command;

import picocli.CommandLine.Mixin;
import whence.bytes.Watch;
import whence.session.Session;

/// A question about a session: it is opened for the answer and closed after it, and what was lost in reading it is said
/// at the end, whatever the answer was.
abstract class SessionQuestion extends Question {
    @Mixin
    final SessionInput input = new SessionInput();

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
    void check() {}

    /// Prints the answer.
    ///
    /// @return exit status
    abstract int answer(Session session, Watch watch);
}
