/// The reasoning over a session: leads, links in time, the ledger of negative evidence, verdicts.
@org.jspecify.annotations.NullMarked
module whence.trail {
    requires static transitive org.jspecify;
    requires transitive whence.session;

    exports whence.trail;
}
