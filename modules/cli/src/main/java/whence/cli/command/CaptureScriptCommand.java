package whence.cli.command;

import picocli.CommandLine.Command;
import whence.cli.command.input.ExitStatus;
import whence.cli.command.input.Question;
import whence.report.json.Json;
import whence.session.capture.CaptureScript;

/// `whence capture-script`
@Command(
        name = "capture-script",
        description = "Prints the POSIX shell script that takes a capture on the machine in trouble.")
public final class CaptureScriptCommand extends Question {
    @Override
    public Integer call() {
        String script = CaptureScript.text();
        if (common.json()) {
            common.print(streams, Json.document().put("script", script));
        } else {
            streams.out().print(script);
        }
        return ExitStatus.DONE;
    }
}
