/// A captured session: opened, imported, packed; its notebook. One class lists every reader.
@org.jspecify.annotations.NullMarked
module whence.session {
    requires static transitive org.jspecify;
    requires transitive whence.logs;
    requires transitive whence.traces;
    requires transitive whence.symbols;
    requires transitive whence.source;
    requires transitive whence.branches;
    requires transitive tools.jackson.databind;
    requires org.apache.commons.compress;
    requires aircompressor.v3;

    exports whence.session;
    exports whence.session.capture;
    exports whence.session.manifest;
    exports whence.session.notebook;
}
