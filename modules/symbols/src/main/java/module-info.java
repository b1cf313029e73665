/// Which copy of a symbol is which, and what can be probed.
@org.jspecify.annotations.NullMarked
module whence.symbols {
    requires static transitive org.jspecify;
    requires transitive whence.elf;
    requires transitive whence.timeline;

    exports whence.symbols;
    exports whence.symbols.facts;
    exports whence.symbols.mention;
    exports whence.symbols.objects;
    exports whence.symbols.probes;
    exports whence.symbols.read;
    exports whence.symbols.slides;
}
