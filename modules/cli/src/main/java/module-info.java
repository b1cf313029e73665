/// The commands.
@org.jspecify.annotations.NullMarked
module whence.cli {
    requires static transitive org.jspecify;
    requires transitive whence.report;
    requires info.picocli;
    requires tools.jackson.databind;
}
