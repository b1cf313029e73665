package whence.branches.syntax;

import whence.source.c.Kind;

/// Reads the statements that hold others: `if`, loops and `switch`, with their conditions and labels. The cursor stands
/// on the word each begins with.
final class Controls {
    private final StmtParser statements;

    Controls(StmtParser statements) {
        this.statements = statements;
    }

    private record Condition(Expr expression, String source) {}

    private Condition inBrackets(Cursor in) throws Cursor.Unreadable {
        if (!in.peek().is('(')) {
            throw new Cursor.Unreadable("a condition without brackets", in.line());
        }
        int close = in.closing();
        if (close >= in.to) {
            throw new Cursor.Unreadable("a bracket is not closed", in.line());
        }
        Cursor inside = new Cursor(in.tokens, in.at + 1, close);
        String source = in.text(in.at + 1, close);
        Groups.refuse(inside);
        Expr expression = statements.expressions(inside).comma();
        if (!inside.atEnd()) {
            throw new Cursor.Unreadable("a condition ends too early", inside.line());
        }
        in.at = close + 1;
        return new Condition(expression, source);
    }

    Stmt conditional(Cursor in, int line) throws Cursor.Unreadable {
        in.at++;
        Condition condition = inBrackets(in);
        Stmt yes = statements.statement(in);
        Groups.refuseElseBehind(in);
        Stmt no = in.take("else") ? statements.statement(in) : null;
        return new Stmt.If(line, condition.expression(), condition.source(), yes, no);
    }

    Stmt whileLoop(Cursor in, int line) throws Cursor.Unreadable {
        in.at++;
        Condition condition = inBrackets(in);
        Stmt body = statements.statement(in);
        return new Stmt.Loop(line, null, condition.expression(), condition.source(), null, body, true);
    }

    Stmt doLoop(Cursor in, int line) throws Cursor.Unreadable {
        in.at++;
        Stmt body = statements.statement(in);
        if (!in.take("while")) {
            throw new Cursor.Unreadable("a do without its while", in.line());
        }
        Condition condition = inBrackets(in);
        in.take(';');
        return new Stmt.Loop(line, null, condition.expression(), condition.source(), null, body, false);
    }

    Stmt forLoop(Cursor in, int line) throws Cursor.Unreadable {
        in.at++;
        if (!in.peek().is('(') || in.closing() >= in.to) {
            throw new Cursor.Unreadable("a for without brackets", line);
        }
        int close = in.closing();
        Cursor head = new Cursor(in.tokens, in.at + 1, close);
        Groups.refuse(head);
        Stmt first = head.peek().is(';') ? null : statements.statement(head);
        if (first == null) {
            head.at++;
        }
        int from = head.at;
        Expr condition = head.peek().is(';') || head.atEnd()
                ? null
                : statements.expressions(head).comma();
        String source = head.text(from, head.at);
        head.expect(';');
        Expr step = head.atEnd() ? null : statements.expressions(head).comma();
        in.at = close + 1;
        return new Stmt.Loop(line, first, condition, source, step, statements.statement(in), true);
    }

    Stmt switchOn(Cursor in, int line) throws Cursor.Unreadable {
        in.at++;
        Condition on = inBrackets(in);
        return new Stmt.Switch(line, on.expression(), statements.statement(in));
    }

    Stmt caseLabel(Cursor in, int line) throws Cursor.Unreadable {
        in.at++;
        int from = in.at;
        Expr low = statements.expressions(in).assignment();
        Expr high = in.peek().kind() == Kind.ELLIPSIS ? range(in) : null;
        String source = "case " + in.text(from, in.at);
        in.expect(':');
        return new Stmt.Case(line, low, high, source);
    }

    private Expr range(Cursor in) throws Cursor.Unreadable {
        in.at++;
        return statements.expressions(in).assignment();
    }

    Stmt defaultLabel(Cursor in, int line) {
        in.at += 2;
        return new Stmt.Default(line);
    }
}
