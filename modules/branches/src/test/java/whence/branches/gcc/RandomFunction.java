package whence.branches.gcc;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Writes a random C function with guards, gotos, loops, switches, helpers and errno exits. Every `return` and the
/// first statement of every helper reports itself, so that a run says which exit was really taken.
final class RandomFunction {
    private static final String[] TYPES = {"int", "unsigned int", "unsigned char", "short", "long", "unsigned long"};
    private static final String[] FIELDS = {"flags", "count", "kind", "size"};

    private final SplittableRandom random;
    private final int number;
    private final StringBuilder text = new StringBuilder();
    private final List<String> types = new ArrayList<>();
    private int line = 1;
    private int budget;
    private boolean inLoop;
    private boolean handsOut;

    RandomFunction(int number, long seed) {
        this.number = number;
        this.random = new SplittableRandom(seed);
    }

    /// Types of the parameters behind the structure.
    List<String> types() {
        return types;
    }

    /// Whether it takes a pointer behind its parameters through which it hands out an errno.
    boolean handsOut() {
        return handsOut;
    }

    String write() {
        handsOut = random.nextInt(3) == 0;
        int parameters = 1 + random.nextInt(3);
        StringBuilder head = new StringBuilder("int f" + number + "(struct request *r");
        for (int i = 0; i < parameters; i++) {
            types.add(TYPES[random.nextInt(TYPES.length)]);
            head.append(", ").append(types.get(i)).append(" p").append(i);
        }
        put(head + (handsOut ? ", int *errp)" : ")"));
        put("{");
        put("int err = " + errno() + ";");
        put("int n = " + random.nextInt(4) + ";");
        put("unsigned int u = r->flags;");
        put("int other, turn, tries = 0;");
        put("other = p0;");
        boolean retries = random.nextInt(3) == 0;
        put(retries ? "again:" : ";");
        budget = 7 + random.nextInt(9);
        while (budget > 0) {
            statement(0);
        }
        put("err = " + (random.nextBoolean() ? "0" : call()) + ";");
        put("out:");
        if (random.nextInt(3) == 0) {
            put("if (n > 1) touch(" + random.nextInt(5) + ");");
        }
        if (retries) {
            put("if (err == " + errno() + " && tries++ < 2)");
            put("goto again;");
        }
        put(random.nextInt(4) == 0 ? "RETURN(n == 2 ? err : " + errno() + ");" : "RETURN(err);");
        put("fail:");
        put("touch(7);");
        if (handsOut) {
            put("*errp = err;");
            put("RETURN(0);");
        } else {
            put("RETURN(err);");
        }
        put("}");
        return text.toString();
    }

    private void put(String code) {
        text.append(code.replace("RETURN(", "return LEAVE(" + line + ", ")).append('\n');
        line++;
    }

    private String errno() {
        return String.valueOf(-(1 + random.nextInt(6)));
    }

    private void statement(int depth) {
        budget--;
        switch (random.nextInt(depth > 2 ? 8 : 17)) {
            case 0, 1 -> put("if (" + condition(0) + ") RETURN(" + errno() + ");");
            case 2 -> put("if (" + condition(0) + ") goto " + (random.nextInt(3) == 0 ? "fail" : "out") + ";");
            case 3 -> assign();
            case 4 -> put("err = " + (random.nextBoolean() ? errno() : call()) + ";");
            case 5 -> guardedCall();
            case 6 -> put(random.nextBoolean() ? "touch(" + random.nextInt(5) + ");" : "change(r);");
            case 7 -> handOver();
            case 8, 9 -> block(depth);
            case 10 -> choose(depth);
            case 11 -> loop(depth);
            case 12 -> put("GUARD(" + condition(0) + ", " + errno() + ");");
            case 13 -> put("err = " + condition(1) + " ? " + call() + " : " + errno() + ";");
            case 14 -> put("if ((err = " + call() + ") " + (random.nextBoolean() ? "< 0" : "!= 0") + ") goto out;");
            default -> put("set(&n, " + random.nextInt(4) + ");");
        }
    }

    /// An errno that is written through a pointer, by this function or by one it calls.
    private void handOver() {
        switch (random.nextInt(handsOut ? 7 : 3)) {
            case 0 -> put("if (look(" + leaf() + ", &err)) goto out;");
            case 1 -> put("store(" + leaf() + ", &err);");
            case 2 -> put("fetch(&err);");
            case 3 -> put("if (" + condition(0) + ") { *errp = " + errno() + "; RETURN(0); }");
            case 4 -> put("*errp = " + (random.nextBoolean() ? errno() : "err") + ";");
            case 5 -> put("fetch(errp);");
            default -> put("if (store(" + leaf() + ", errp)) RETURN(0);");
        }
    }

    private void assign() {
        String value = expression(0);
        switch (random.nextInt(6)) {
            case 0 -> put("r->" + field() + " = " + value + ";");
            case 1 -> put("u " + (random.nextBoolean() ? "|=" : "&=") + " " + (1 << random.nextInt(4)) + ";");
            case 2 -> put("other = " + value + ";");
            case 3 -> put("n++;");
            case 4 -> put("p0 = " + value + ";");
            default -> put("u = " + value + ";");
        }
    }

    private void guardedCall() {
        put("err = " + call() + ";");
        put("if (" + (random.nextBoolean() ? "err" : "err < 0") + ")");
        put(random.nextBoolean() ? "goto out;" : "RETURN(err);");
    }

    private void block(int depth) {
        put("if (" + condition(0) + ") {");
        body(depth);
        if (random.nextBoolean()) {
            put("} else {");
            body(depth);
        }
        put("}");
    }

    private void body(int depth) {
        int statements = 1 + random.nextInt(2);
        for (int i = 0; i < statements; i++) {
            statement(depth + 1);
        }
    }

    private void choose(int depth) {
        put("switch (" + (random.nextBoolean() ? "p0" : "r->kind") + ") {");
        int cases = 1 + random.nextInt(3);
        for (int i = 0; i < cases; i++) {
            put("case " + i + ":");
            statement(depth + 1);
            if (random.nextInt(3) > 0) {
                put("break;");
            }
        }
        if (random.nextBoolean()) {
            put("default:");
            statement(depth + 1);
        }
        put("}");
    }

    private void loop(int depth) {
        if (inLoop) {
            return;
        }
        inLoop = true;
        put(
                random.nextBoolean()
                        ? "EACH(turn, " + (1 + random.nextInt(3)) + ") {"
                        : "for (turn = 0; turn < 2; turn++) {");
        body(depth);
        if (random.nextInt(3) == 0) {
            put("if (" + condition(0) + ") " + (random.nextBoolean() ? "break;" : "continue;"));
        }
        put("}");
        inLoop = false;
    }

    private String field() {
        return FIELDS[random.nextInt(FIELDS.length)];
    }

    private String call() {
        return switch (random.nextInt(6)) {
            case 5 -> "work(" + (random.nextBoolean() ? "allowed(2)" : "PICK(" + leaf() + ", " + leaf() + ")") + ")";
            case 0 -> "allowed(" + random.nextInt(3) + ")";
            case 1 -> "inner(r, " + random.nextInt(4) + ")";
            case 2 -> "check(" + leaf() + ")";
            case 3 -> "wrapped(" + leaf() + ")";
            default -> "work(" + random.nextInt(4) + ")";
        };
    }

    private String condition(int depth) {
        return switch (random.nextInt(depth > 1 ? 5 : 9)) {
            case 0 -> expression(1) + " " + comparison() + " " + expression(1);
            case 1 -> leaf() + " " + comparison() + " " + constant();
            case 2 -> "(" + leaf() + " & " + (1 << random.nextInt(5)) + ")";
            case 3 -> "r->" + field() + " " + comparison() + " " + constant();
            case 4 -> "known(" + leaf() + ")";
            case 5 -> "(" + condition(depth + 1) + " && " + condition(depth + 1) + ")";
            case 6 -> "(" + condition(depth + 1) + " || " + condition(depth + 1) + ")";
            case 7 -> "!" + (random.nextBoolean() ? leaf() : "(" + condition(depth + 1) + ")");
            default -> call() + " " + comparison() + " " + (random.nextInt(3) - 1);
        };
    }

    private String comparison() {
        return new String[] {"==", "!=", "<", ">", "<=", ">="}[random.nextInt(6)];
    }

    private String constant() {
        String[] constants = {"0", "1", "2", "3", "-1", "200", "0x80000000", "255", "65535", "4u", "-2L", "1UL", "LIMIT"
        };
        return constants[random.nextInt(constants.length)];
    }

    private String leaf() {
        return switch (random.nextInt(6)) {
            case 0 -> "n";
            case 1 -> "u";
            case 2 -> "r->" + field();
            case 3 -> "other";
            default -> "p" + random.nextInt(types.size());
        };
    }

    private String expression(int depth) {
        return switch (random.nextInt(depth > 1 ? 2 : 8)) {
            case 0, 1 -> leaf();
            case 2 -> constant();
            case 3 -> "(" + expression(depth + 1) + " + " + expression(depth + 1) + ")";
            case 4 -> "(" + leaf() + " " + (random.nextBoolean() ? "&" : "|") + " " + constant() + ")";
            case 5 -> "(unsigned char)" + leaf();
            case 6 -> "(" + leaf() + " ? " + leaf() + " : " + constant() + ")";
            default -> "(" + leaf() + " - " + constant() + ")";
        };
    }
}
