/// A finding as a document: HTML, Markdown, plain text for a mailing list, JSON.
@org.jspecify.annotations.NullMarked
module whence.report {
    requires static transitive org.jspecify;
    requires transitive whence.trail;
    requires transitive tools.jackson.databind;
    requires org.commonmark;

    exports whence.report;
    exports whence.report.document;
    exports whence.report.json;
}
