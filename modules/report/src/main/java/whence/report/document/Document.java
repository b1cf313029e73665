package whence.report.document;

import java.util.List;

/// A report before it has a form: blocks in order, which every form renders its own way.
///
/// Texts are plain: a renderer escapes what its form needs. Nothing in a document depends on the machine, the locale or
/// the time it was made, so the same finding gives the same bytes everywhere.
public record Document(String title, List<Block> blocks) {
    public Document {
        blocks = List.copyOf(blocks);
    }

    /// One block of a report.
    public sealed interface Block {}

    /// @param level 1 for a part of the report, 2 below it
    public record Heading(int level, String text) implements Block {}

    public record Paragraph(String text) implements Block {}

    /// A text that a person wrote in Markdown; anything active in it is not rendered.
    public record Story(String markdown) implements Block {}

    public record Items(List<String> items) implements Block {
        public Items {
            items = List.copyOf(items);
        }
    }

    /// What stands in an artifact, quoted as it is.
    ///
    /// @param where the span, as people read it: `strace.txt:118`
    public record Evidence(String where, String text) implements Block {}

    /// A text to be copied as it is: a probe, a piece of source.
    public record Verbatim(String text) implements Block {}

    /// @param rows cells by column; every row has as many as there are columns
    public record Table(List<String> columns, List<Row> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /// @param mark how a row is to be shown where the form can
    public record Row(Mark mark, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// What a row stands for; never shown by colour alone.
    public enum Mark {
        PLAIN,
        SURVIVES,
        ELIMINATED,
        UNKNOWN,
        ADDED,
        REMOVED,
        CHANGED
    }

    /// Two versions of a function, side by side.
    public record SideBySide(String left, String right, List<Pair> pairs) implements Block {
        public SideBySide {
            pairs = List.copyOf(pairs);
        }
    }

    /// One aligned row; a line number 0 with an empty text is a filler.
    public record Pair(Mark mark, int leftLine, String leftText, int rightLine, String rightText) {}
}
