package whence.source.index;

/// What stands in one file, decoded: int columns, in the numbers of the image's names and texts.
public final class Shard {
    private static final int NONE = -1;

    final int[] functions;
    final int[] callStarts;
    final int[] calls;
    final int[] texts;
    final int[] references;
    final int[] prototypes;
    final int[] macroTexts;
    final int[] macroCalls;
    final int[] includes;

    private Shard(Reader reader) {
        functions = reader.functions();
        callStarts = new int[functions.length / FileFacts.FUNCTION + 1];
        calls = reader.calls(callStarts);
        texts = reader.texts();
        references = reader.columns(3, 1);
        prototypes = reader.columns(3, 0);
        macroTexts = reader.columns(3, 0);
        macroCalls = reader.columns(2, 0);
        includes = reader.columns(2, 0);
    }

    /// @throws DamagedException where the bytes are no shard
    static Shard decode(byte[] bytes) {
        try {
            return new Shard(new Reader(bytes));
        } catch (IndexOutOfBoundsException | NegativeArraySizeException damaged) {
            throw new DamagedException("the facts of a file are damaged", damaged);
        }
    }

    public int functions() {
        return functions.length / FileFacts.FUNCTION;
    }

    private int function(int function, int column) {
        return functions[function * FileFacts.FUNCTION + column];
    }

    public int name(int function) {
        return function(function, 0);
    }

    /// The name a macro gives it, or -1.
    public int defined(int function) {
        return function(function, 1);
    }

    public int line(int function) {
        return function(function, 2);
    }

    public int startLine(int function) {
        return function(function, 3);
    }

    public int endLine(int function) {
        return function(function, 4);
    }

    public int start(int function) {
        return function(function, 5);
    }

    public int bodyStart(int function) {
        return function(function, 6);
    }

    public int end(int function) {
        return function(function, 7);
    }

    /// [FunctionHeads#STATIC] and its kin.
    public int flags(int function) {
        return function(function, 8);
    }

    public int firstCall(int function) {
        return callStarts[function];
    }

    /// Behind the last call of a function.
    public int endCall(int function) {
        return callStarts[function + 1];
    }

    /// A callee's name; each is there once a function.
    public int callee(int call) {
        return calls[call] >>> 1;
    }

    /// Whether it is called through a member of a structure.
    public boolean throughMember(int call) {
        return (calls[call] & 1) != 0;
    }

    /// String literals that stand in the file's code.
    public int texts() {
        return texts.length / FileFacts.TEXT;
    }

    /// The function a text stands in, or -1.
    public int textFunction(int text) {
        return texts[text * FileFacts.TEXT];
    }

    /// Name of what is called with the text, or -1.
    public int textCallee(int text) {
        return texts[text * FileFacts.TEXT + 1];
    }

    /// Which argument it is, from 0; -1 where it is none.
    public int textArgument(int text) {
        return texts[text * FileFacts.TEXT + 2];
    }

    /// Its number in the image's texts.
    public int textId(int text) {
        return texts[text * FileFacts.TEXT + 3];
    }

    public int textLine(int text) {
        return texts[text * FileFacts.TEXT + 4];
    }

    /// Name of the constant that is the argument behind the text, or -1.
    public int textConstant(int text) {
        return texts[text * FileFacts.TEXT + 5];
    }

    /// Places where a name stands that may be a function's address.
    public int references() {
        return references.length / 3;
    }

    /// The function it stands in, or -1.
    public int referenceFunction(int reference) {
        return references[reference * 3];
    }

    /// The member it is stored in, or -1 for an argument.
    public int referenceMember(int reference) {
        return references[reference * 3 + 1];
    }

    public int referenceName(int reference) {
        return references[reference * 3 + 2];
    }

    /// Prototypes checked like printf: triples of name, format argument and first argument, from 1.
    public int[] prototypes() {
        return prototypes;
    }

    /// Macros with texts: triples of name, text (parameters and body as they stand) and line.
    public int[] macroTexts() {
        return macroTexts;
    }

    /// Pairs of a macro's name and what it calls, shifted left by one.
    public int[] macroCalls() {
        return macroCalls;
    }

    /// Pairs of a path (a text) of a file that is no header and the line that includes it.
    public int[] includes() {
        return includes;
    }

    static void encode(FileFacts facts, ByteSink sink) {
        functions(facts.functions, sink);
        calls(facts, sink);
        texts(facts.texts, sink);
        columns(facts.references, 3, 1, sink);
        columns(facts.prototypes, 3, 0, sink);
        columns(facts.macroTexts, 3, 0, sink);
        columns(facts.macroCalls, 2, 0, sink);
        columns(facts.includes, 2, 0, sink);
    }

    private static void functions(Ints functions, ByteSink sink) {
        int count = functions.size() / FileFacts.FUNCTION;
        sink.number(count);
        int lastLine = 0;
        int lastEnd = 0;
        for (int i = 0; i < functions.size(); i += FileFacts.FUNCTION) {
            sink.number(functions.get(i));
            sink.number(functions.get(i + 1) + 1);
            sink.signed(functions.get(i + 3) - lastLine);
            sink.signed(functions.get(i + 2) - functions.get(i + 3));
            sink.signed(functions.get(i + 4) - functions.get(i + 2));
            sink.signed(functions.get(i + 5) - lastEnd);
            sink.number(functions.get(i + 6) - functions.get(i + 5));
            sink.signed(functions.get(i + 7) - functions.get(i + 6));
            sink.number(functions.get(i + 8));
            lastLine = functions.get(i + 4);
            lastEnd = functions.get(i + 7);
        }
    }

    private static void calls(FileFacts facts, ByteSink sink) {
        for (int function = 0; function + 1 < facts.callStarts.size(); function++) {
            int from = facts.callStarts.get(function);
            int to = facts.callStarts.get(function + 1);
            sink.number(to - from);
            int last = 0;
            for (int i = from; i < to; i++) {
                sink.number(facts.calls.get(i) - last);
                last = facts.calls.get(i);
            }
        }
    }

    private static void texts(Ints texts, ByteSink sink) {
        sink.number(texts.size() / FileFacts.TEXT);
        int lastFunction = 0;
        int lastLine = 0;
        for (int i = 0; i < texts.size(); i += FileFacts.TEXT) {
            sink.signed(texts.get(i) - lastFunction);
            sink.number(texts.get(i + 1) + 1);
            sink.number(texts.get(i + 2) + 1);
            sink.number(texts.get(i + 3));
            sink.signed(texts.get(i + 4) - lastLine);
            sink.number(texts.get(i + 5) + 1);
            lastFunction = texts.get(i);
            lastLine = texts.get(i + 4);
        }
    }

    private static void columns(Ints column, int width, int shift, ByteSink sink) {
        sink.number(column.size() / width);
        for (int i = 0; i < column.size(); i++) {
            sink.number(column.get(i) + shift);
        }
    }

    /// Walks the bytes of a shard.
    private static final class Reader {
        private final byte[] bytes;
        private int at;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        private int number() {
            int value = 0;
            for (int shift = 0; shift < 35; shift += 7) {
                byte b = bytes[at++];
                value |= (b & 0x7f) << shift;
                if (b >= 0) {
                    return value;
                }
            }
            throw new DamagedException("a number without end");
        }

        private int signed() {
            int value = number();
            return (value >>> 1) ^ -(value & 1);
        }

        /// A count of things that take at least one byte each.
        private int count() {
            int count = number();
            if (count < 0 || count > bytes.length) {
                throw new DamagedException("a count beyond the end");
            }
            return count;
        }

        int[] functions() {
            int[] functions = new int[count() * FileFacts.FUNCTION];
            int lastLine = 0;
            int lastEnd = 0;
            for (int i = 0; i < functions.length; i += FileFacts.FUNCTION) {
                functions[i] = number();
                functions[i + 1] = number() - 1;
                functions[i + 3] = lastLine + signed();
                functions[i + 2] = functions[i + 3] + signed();
                functions[i + 4] = functions[i + 2] + signed();
                functions[i + 5] = lastEnd + signed();
                functions[i + 6] = functions[i + 5] + number();
                functions[i + 7] = functions[i + 6] + signed();
                functions[i + 8] = number();
                lastLine = functions[i + 4];
                lastEnd = functions[i + 7];
            }
            return functions;
        }

        int[] calls(int[] starts) {
            Ints calls = new Ints();
            for (int function = 0; function + 1 < starts.length; function++) {
                int count = count();
                int last = 0;
                for (int i = 0; i < count; i++) {
                    last += number();
                    calls.add(last);
                }
                starts[function + 1] = calls.size();
            }
            return calls.toArray();
        }

        int[] texts() {
            int[] texts = new int[count() * FileFacts.TEXT];
            int lastFunction = 0;
            int lastLine = 0;
            for (int i = 0; i < texts.length; i += FileFacts.TEXT) {
                texts[i] = lastFunction += signed();
                texts[i + 1] = number() + NONE;
                texts[i + 2] = number() + NONE;
                texts[i + 3] = number();
                texts[i + 4] = lastLine += signed();
                texts[i + 5] = number() + NONE;
            }
            return texts;
        }

        int[] columns(int width, int shift) {
            int[] column = new int[count() * width];
            for (int i = 0; i < column.length; i++) {
                column[i] = number() - shift;
            }
            return column;
        }
    }
}
