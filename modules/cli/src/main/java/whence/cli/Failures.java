package whence.cli;

import picocli.CommandLine;
import whence.cli.command.input.ExitStatus;
import whence.cli.command.input.InputException;

/// What a failure looks like to the person at the terminal: one sentence, and the exit status of the contract.
final class Failures {
    private static final System.Logger LOG = System.getLogger(Failures.class.getName());

    private Failures() {}

    static int ofUsage(CommandLine.ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        command.getErr().println("whence: " + failure.getMessage());
        command.getErr().println("See " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitStatus.USAGE;
    }

    static int ofRun(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (failure instanceof InputException input) {
            command.getErr().println("whence: " + input.getMessage());
            return input.status();
        }
        LOG.log(System.Logger.Level.DEBUG, "internal fault", failure);
        command.getErr().println("whence: internal fault: " + failure + " (at " + place(failure) + ")");
        return ExitStatus.FAULT;
    }

    private static String place(Exception failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length == 0 ? "an unknown place" : trace[0].toString();
    }
}
