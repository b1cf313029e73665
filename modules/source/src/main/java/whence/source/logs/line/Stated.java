package whence.source.logs.line;

import whence.source.index.facts.Shard;
import whence.source.logs.format.Format;
import whence.source.logs.printer.Place;

/// A text at the place where it stands, and the line that it is to explain.
@SuppressWarnings("ArrayRecordComponent")
record Stated(int file, Shard shard, int text, Format format, byte[] line) {
    Place place() {
        return Place.of(file, shard.textLine(text));
    }

    Stated as(int otherText, Format otherFormat) {
        return new Stated(file, shard, otherText, otherFormat, line);
    }

    Stated as(Format otherFormat) {
        return as(text, otherFormat);
    }
}
