package whence.source.c;

/// The longest punctuator at a place.
final class Punctuators {
    private Punctuators() {}

    /// Its number in [Kind], given the first byte and the two behind it (0 at the end).
    static int kind(byte first, byte second, byte third) {
        return switch (first) {
            case '-' -> second == '>' ? Kind.ARROW : twice(first, second, Kind.DECREMENT, Kind.SUBTRACT_ASSIGN);
            case '+' -> twice(first, second, Kind.INCREMENT, Kind.ADD_ASSIGN);
            case '&' -> twice(first, second, Kind.AND, Kind.AND_ASSIGN);
            case '|' -> twice(first, second, Kind.OR, Kind.OR_ASSIGN);
            case '=' -> twice(first, second, Kind.EQUAL, Kind.EQUAL);
            case '#' -> second == '#' ? Kind.PASTE : first;
            case '<' -> angle(first, second, third, Kind.SHIFT_LEFT, Kind.SHIFT_LEFT_ASSIGN, Kind.LESS_EQUAL);
            case '>' -> angle(first, second, third, Kind.SHIFT_RIGHT, Kind.SHIFT_RIGHT_ASSIGN, Kind.GREATER_EQUAL);
            case '!' -> second == '=' ? Kind.NOT_EQUAL : first;
            case '*' -> second == '=' ? Kind.MULTIPLY_ASSIGN : first;
            case '/' -> second == '=' ? Kind.DIVIDE_ASSIGN : first;
            case '%' -> second == '=' ? Kind.MODULO_ASSIGN : first;
            case '^' -> second == '=' ? Kind.XOR_ASSIGN : first;
            case '.' -> second == '.' && third == '.' ? Kind.ELLIPSIS : first;
            default -> first;
        };
    }

    /// Bytes in a punctuator.
    static int length(int kind) {
        return switch (kind) {
            case Kind.SHIFT_LEFT_ASSIGN, Kind.SHIFT_RIGHT_ASSIGN, Kind.ELLIPSIS -> 3;
            default -> kind < 128 ? 1 : 2;
        };
    }

    private static int twice(byte first, byte second, int doubled, int assigned) {
        return second == first ? doubled : second == '=' ? assigned : first;
    }

    private static int angle(byte first, byte second, byte third, int shift, int shiftAssign, int orEqual) {
        if (second == first) {
            return third == '=' ? shiftAssign : shift;
        }
        return second == '=' ? orEqual : first;
    }
}
