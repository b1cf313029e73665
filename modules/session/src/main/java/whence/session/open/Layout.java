package whence.session.open;

import java.util.List;

/// Brings the paths of an archive or directory to where the session begins: archives made by people and by sos hold one
/// top folder with everything in it.
final class Layout {
    private Layout() {}

    static List<Piece> of(List<Piece> pieces) {
        if (pieces.isEmpty()) {
            return pieces;
        }
        String first = pieces.getFirst().path();
        String top = first.substring(0, first.indexOf('/') + 1);
        boolean shared = !top.isEmpty()
                && !top.equals(Shelf.FOLDER)
                && pieces.stream().allMatch(piece -> piece.path().startsWith(top));
        return shared
                ? pieces.stream()
                        .map(piece -> new Piece(piece.path().substring(top.length()), piece.raw()))
                        .toList()
                : pieces;
    }
}
