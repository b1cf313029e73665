package whence.source.index.facts;

import whence.source.index.table.DamagedException;

/// What stands in one file, decoded: int columns, in the numbers of the image's names and texts.
public final class Shard {
    public final int[] functions;
    final int[] callStarts;
    public final int[] calls;
    public final int[] texts;
    final int[] handed;
    public final int[] references;
    final int[] prototypes;
    final int[] macroTexts;
    final int[] macroCalls;
    final int[] includes;

    private Shard(ShardReader reader) {
        functions = reader.functions();
        callStarts = new int[functions.length / FileFacts.FUNCTION + 1];
        calls = reader.calls(callStarts);
        texts = reader.texts();
        handed = reader.columns(TextFacts.HANDED);
        references = reader.columns(3);
        prototypes = reader.columns(3);
        macroTexts = reader.columns(3);
        macroCalls = reader.columns(2);
        includes = reader.columns(2);
    }

    /// @throws DamagedException where the bytes are no shard
    public static Shard decode(byte[] bytes) {
        try {
            return new Shard(new ShardReader(bytes));
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
        return texts.length / TextFacts.TEXT;
    }

    /// The function a text stands in, or -1.
    public int textFunction(int text) {
        return texts[text * TextFacts.TEXT];
    }

    /// Name of what is called with the text, or -1.
    public int textCallee(int text) {
        return texts[text * TextFacts.TEXT + 1];
    }

    /// Which argument it is, from 0; -1 where it is none.
    public int textArgument(int text) {
        return texts[text * TextFacts.TEXT + 2];
    }

    /// Its number in the image's texts.
    public int textId(int text) {
        return texts[text * TextFacts.TEXT + 3];
    }

    public int textLine(int text) {
        return texts[text * TextFacts.TEXT + 4];
    }

    /// Name of the constant that is the argument behind the text, or -1.
    public int textConstant(int text) {
        return textCallee(text) < 0 ? -1 : texts[text * TextFacts.TEXT + 5];
    }

    /// What a text that is no argument is stored in, as a [Holder], or -1.
    public int textHolder(int text) {
        return textCallee(text) < 0 ? texts[text * TextFacts.TEXT + 5] : Holder.NONE;
    }

    /// What calls hand over behind formats that are vague without it.
    public int handed() {
        return handed.length / TextFacts.HANDED;
    }

    /// The first of those of a text or of a later one; they stand in the order of their texts.
    public int firstHanded(int text) {
        int low = 0;
        int high = handed();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (handedText(middle) < text) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The text that is the format of such a call.
    public int handedText(int handed) {
        return this.handed[handed * TextFacts.HANDED];
    }

    /// Which argument behind the format it is, from 1.
    public int handedBehind(int handed) {
        return this.handed[handed * TextFacts.HANDED + 1];
    }

    /// What is handed over, as a [Holder].
    public int handedHolder(int handed) {
        return this.handed[handed * TextFacts.HANDED + 2];
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
}
