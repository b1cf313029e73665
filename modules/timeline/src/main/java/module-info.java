/// Event columns, clocks and their joins, witnesses, and the filter language.
@org.jspecify.annotations.NullMarked
module whence.timeline {
    requires static transitive org.jspecify;
    requires transitive whence.bytes;
    requires transitive whence.evidence;

    exports whence.timeline;
    exports whence.timeline.boot;
    exports whence.timeline.clock;
    exports whence.timeline.dating;
    exports whence.timeline.filter;
    exports whence.timeline.filter.grammar;
    exports whence.timeline.filter.text;
    exports whence.timeline.process;
    exports whence.timeline.witness;
}
