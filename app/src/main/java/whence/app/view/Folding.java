package whence.app.view;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A text that stands there with its first sentence, or the beginning of that; the rest on demand.
public final class Folding extends VBox {
    /// Beginning of a sentence that is shown where the whole is longer.
    private static final int LONGEST = 150;
    /// A rest shorter than this is not worth hiding.
    private static final int WORTH_HIDING = 40;
    /// A full stop only: kernel text is full of exclamation marks (`!=`), question marks and colons.
    private static final Pattern SENTENCE = Pattern.compile("\\.\\s+(?=\\p{Lu})");

    private final Label label = new Label();
    private final Hyperlink more = new Hyperlink();
    private final String text;
    private final String beginning;

    public Folding(String text, String... styles) {
        this.text = text;
        this.beginning = beginning(text);
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        more.getStyleClass().add("evidence-link");
        more.setOnAction(e -> fold(!isFolded()));
        more.setVisible(!beginning.equals(text));
        more.setManaged(more.isVisible());
        getChildren().setAll(label, more);
        fold(true);
    }

    private boolean isFolded() {
        return label.getText().equals(beginning);
    }

    private void fold(boolean folded) {
        label.setText(folded ? beginning : text);
        more.setText(folded ? "more" : "less");
        more.setAccessibleText(folded ? "show the rest" : "show the beginning only");
        more.setVisited(false);
    }

    /// The first sentence, cut between words where it is long; the whole where little would be left out.
    public static String beginning(String text) {
        if (text.length() <= LONGEST + WORTH_HIDING) {
            return text;
        }
        Matcher end = SENTENCE.matcher(text);
        if (end.find() && end.start() < LONGEST) {
            return text.substring(0, end.start() + 1);
        }
        int space = text.lastIndexOf(' ', LONGEST);
        return text.substring(0, space > 0 ? space : LONGEST).strip() + " …";
    }
}
