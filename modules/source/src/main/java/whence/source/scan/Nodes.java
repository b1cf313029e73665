package whence.source.scan;

import java.util.Arrays;

/// Open brackets and the parameter lists of a declaration, as linked nodes in int columns: remembering a state is
/// remembering a number, so every branch of an `#if` can go on from where the group began at no cost.
final class Nodes {
    static final int NONE = -1;
    /// Kind of a function's `{`; it never stands in another bracket.
    static final int BODY = 'B';
    /// Kind of an enumeration's `{`.
    static final int ENUM = 'E';
    /// As many as most files have at once.
    private static final int FEW = 32;

    private int[] parent = new int[FEW];
    private int[] token = new int[FEW];
    private int[] data = new int[FEW];
    private int[] extra = new int[FEW];
    private int[] brace = new int[FEW];
    private int[] outermost = new int[FEW];
    private byte[] kind = new byte[FEW];
    private int count;

    int add(int below, int kindOf, int atToken, int value) {
        if (count == parent.length) {
            parent = Arrays.copyOf(parent, count * 2);
            token = Arrays.copyOf(token, count * 2);
            data = Arrays.copyOf(data, count * 2);
            extra = Arrays.copyOf(extra, count * 2);
            brace = Arrays.copyOf(brace, count * 2);
            outermost = Arrays.copyOf(outermost, count * 2);
            kind = Arrays.copyOf(kind, count * 2);
        }
        parent[count] = below;
        token[count] = atToken;
        data[count] = value;
        extra[count] = 0;
        boolean braces = kindOf == '{' || kindOf == BODY || kindOf == ENUM;
        brace[count] = braces ? count : below == NONE ? NONE : brace[below];
        outermost[count] = below == NONE ? count : outermost[below];
        kind[count] = (byte) kindOf;
        return count++;
    }

    int parent(int node) {
        return parent[node];
    }

    int token(int node) {
        return token[node];
    }

    int data(int node) {
        return data[node];
    }

    int extra(int node) {
        return extra[node];
    }

    void extra(int node, int value) {
        extra[node] = value;
    }

    /// The innermost `{` around a node, which may be itself.
    int brace(int node) {
        return node == NONE ? NONE : brace[node];
    }

    /// The function's body that a node stands in, which may be itself.
    int body(int node) {
        return node != NONE && kind[outermost[node]] == BODY ? outermost[node] : NONE;
    }

    int kind(int node) {
        return node == NONE ? 0 : kind[node];
    }

    void clear() {
        count = 0;
    }
}
