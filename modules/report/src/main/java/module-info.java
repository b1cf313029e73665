/// A finding as a document: HTML, PDF, Markdown, plain text for a mailing list, JSON.
@org.jspecify.annotations.NullMarked
module whence.report {
    requires static transitive org.jspecify;
    requires transitive whence.trail;
    requires transitive tools.jackson.databind;
    requires org.commonmark;
    requires openhtmltopdf.core;
    requires openhtmltopdf.pdfbox;
    requires org.apache.pdfbox;

    exports whence.report;
    exports whence.report.document;
    exports whence.report.json;
}
