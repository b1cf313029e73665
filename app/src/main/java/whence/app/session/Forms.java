package whence.app.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import whence.report.Form;

/// The form of a report by the name of its file.
final class Forms {
    private Forms() {}

    /// @throws IOException with a sentence for the user where the ending names none
    static Form ofName(Path target) throws IOException {
        String name = target.toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Form.ofEnding(ending)
                .orElseThrow(
                        () -> new IOException("The ending of " + name + " names no form: html, pdf, md, txt or json."));
    }
}
