package whence.traces.strace.value;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// What strace shows of an argument, as a tree. [#print] gives back the text it was read from; every character stands
/// for one byte of the line (Latin-1).
public sealed interface Value {
    /// The text strace wrote for this value.
    String print();

    /// A number as written (`-1`, `0x7ffe`, `0644`) and its 64 bits.
    record Numeral(String print, long value) implements Value {}

    /// A constant or any other bare word: `AT_FDCWD`, `NULL`, `SIGCHLD`, `-echo`.
    record Name(String print) implements Value {}

    /// Constants joined by `|`.
    record Flags(List<Value> parts) implements Value {
        @Override
        public String print() {
            return parts.stream().map(Value::print).collect(Collectors.joining("|"));
        }
    }

    /// A string: what the quotes hold, still escaped, and whether strace cut it (`"…"...`). A socket in the abstract
    /// namespace has a leading `@`.
    record Text(String escaped, boolean abstractName, boolean cut) implements Value {
        @Override
        public String print() {
            return (abstractName ? "@\"" : "\"") + escaped + (cut ? "\"..." : "\"");
        }

        /// The bytes that the program passed, as far as strace shows them.
        public byte[] bytes() {
            return Escapes.bytes(escaped);
        }

        /// The bytes as UTF-8, for people.
        public String text() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }
    }

    /// `{name=value, value}`; termios lists its flags with a space between.
    record Struct(List<Argument> members, String separator) implements Value {
        @Override
        public String print() {
            return "{" + Argument.print(members, separator) + "}";
        }
    }

    /// `[a, b]`, or with spaces between for signal and descriptor sets; `~[…]` is the complement.
    record Array(List<Argument> elements, String separator, boolean complement) implements Value {
        @Override
        public String print() {
            return (complement ? "~[" : "[") + Argument.print(elements, separator) + "]";
        }
    }

    /// What strace knows about a descriptor or process: `3</etc/passwd>`, `4<TCP:[…]>(deleted)`.
    record Decorated(Value of, String decoration, String behind) implements Value {
        @Override
        public String print() {
            return of.print() + "<" + decoration + ">" + behind;
        }
    }

    /// Value before and after the call: `128 => 16`.
    record Changed(Value before, Value after) implements Value {
        @Override
        public String print() {
            return before.print() + " => " + after.print();
        }
    }

    /// A macro with arguments: `makedev(0xfe, 0)`.
    record Function(String name, List<Argument> arguments) implements Value {
        @Override
        public String print() {
            return name + "(" + Argument.print(arguments, ", ") + ")";
        }
    }

    /// Values joined by other operators than `|`: `8192*1024`, `WIFEXITED(s) && WEXITSTATUS(s) == 0`; one operator,
    /// with its spaces, between every two.
    record Formula(List<Value> operands, List<String> operators) implements Value {
        @Override
        public String print() {
            StringBuilder text = new StringBuilder(operands.getFirst().print());
            for (int i = 0; i < operators.size(); i++) {
                text.append(operators.get(i)).append(operands.get(i + 1).print());
            }
            return text.toString();
        }
    }

    /// A value with strace's comment: `0x100000 /* BPF_F_??? */`.
    record Commented(Value of, String comment) implements Value {
        @Override
        public String print() {
            return of.print() + " /*" + comment + "*/";
        }
    }

    /// `...`: strace left the rest out.
    record Cut() implements Value {
        @Override
        public String print() {
            return "...";
        }
    }

    /// Text that is none of these; kept as it stands.
    record Unparsed(String print) implements Value {}

    /// The value without comment, decoration and change: what was passed to the call.
    default Value bare() {
        return switch (this) {
            case Commented commented -> commented.of().bare();
            case Decorated decorated -> decorated.of().bare();
            case Changed changed -> changed.before().bare();
            default -> this;
        };
    }
}
