/// The words everything else speaks: artifact, span, event kind, clock, grade, loss, finding, Ref.
@org.jspecify.annotations.NullMarked
module whence.evidence {
    requires static transitive org.jspecify;

    exports whence.evidence;
}
