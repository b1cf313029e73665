package whence.app.model;

/// A focus, what it stands for, and who moved it.
public record Looked(Focus focus, Place place, Origin origin) {
    public static final Looked NOWHERE = new Looked(Focus.NOWHERE, Place.NOWHERE, Origin.OPENING);
}
