/// The commands.
@org.jspecify.annotations.NullMarked
module whence.cli {
    requires static transitive org.jspecify;
    requires transitive whence.report;
    requires info.picocli;

    exports whence.cli;

    opens whence.cli to
            info.picocli;
    opens whence.cli.command to
            info.picocli;
    opens whence.cli.command.input to
            info.picocli;
}
