package whence.report;

import java.util.Arrays;
import java.util.Optional;

/// The forms a report can have.
public enum Form {
    HTML("html"),
    MARKDOWN("md"),
    PLAIN("txt"),
    JSON("json"),
    PDF("pdf");

    private final String ending;

    Form(String ending) {
        this.ending = ending;
    }

    /// The form that a file's ending (lower case, without the dot) names.
    public static Optional<Form> ofEnding(String ending) {
        return Arrays.stream(values())
                .filter(form -> form.ending.equals(ending))
                .findFirst();
    }

    /// The ending a file of this form has.
    public String ending() {
        return ending;
    }
}
