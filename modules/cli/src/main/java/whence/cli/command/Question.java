package whence.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/// What every command is: a question asked with the common options and answered on the two streams.
abstract class Question implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    Streams streams;

    @Mixin
    final Common common = new Common();
}
