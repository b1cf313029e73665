package whence.cli.command.input;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/// What every command is: a question asked with the common options and answered on the two streams.
public abstract class Question implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    protected Streams streams;

    @Mixin
    protected final Common common = new Common();
}
