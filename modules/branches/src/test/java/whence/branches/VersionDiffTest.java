package whence.branches;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import whence.branches.versions.Counterpart;
import whence.branches.versions.ExitChange;
import whence.branches.versions.LineRow;
import whence.branches.versions.VersionDiff;
import whence.source.SourceTree;

class VersionDiffTest {
    private static final String OLD = """
            int load(struct attr *attr)
            {
            	int err;

            	if (attr->flags & ~3)
            		return -EINVAL;
            	if (!attr->count)
            		return -E2BIG;
            	prog = allocate(attr->count);
            	if (!prog)
            		return -ENOMEM;
            	err = check(prog);
            	if (err < 0)
            		goto out;
            	return finish(prog);
            out:
            	release(prog);
            	return err;
            }
            """;
    private static final String NEW = """
            int load(struct attr *attr)
            {
            	int err;

            	if (!is_test_type(attr->type))
            		return -EINVAL;
            	if (attr->flags & ~7)
            		return -EINVAL;
            	prog = allocate(attr->count);
            	if (!prog)
            		return -EINVAL;
            	if (!attr->count)
            		return -E2BIG;
            	err = check(prog);
            	if (err < 0)
            		goto out;
            	return finish(prog);
            out:
            	release(prog);
            	return err;
            }
            """;

    private static VersionDiff diff(String left, String right, VersionDiff.Ignoring ignoring) {
        SourceTree old = SourceTree.snippet("old", "a.c", left);
        SourceTree now = SourceTree.snippet("new", "a.c", right);
        return VersionDiff.of(
                old, old.functions().getFirst(), now, now.functions().getFirst(), ignoring);
    }

    @Test
    void tells_added_and_changed_exits_apart() {
        VersionDiff diff = diff(OLD, NEW, VersionDiff.Ignoring.NOTHING);
        assertEquals(
                List.of("added 6", "guard-changed 6>8", "value-changed 11>11"),
                diff.exits().stream().map(VersionDiffTest::spelled).toList());
    }

    private static String spelled(ExitChange change) {
        String left = change.left() == null ? "" : change.left().line() + ">";
        return change.kind().word() + " " + left
                + (change.right() == null ? "" : change.right().line());
    }

    @Test
    void another_layout_is_no_difference_of_exits() {
        String other = OLD.replace(
                "if (attr->flags & ~3)\n\t\treturn -EINVAL;",
                "if (attr->flags  /* all */\n\t    & ~3) {\n\t\treturn -EINVAL;\n\t}");
        VersionDiff diff = diff(OLD, other, VersionDiff.Ignoring.LAYOUT);
        assertEquals(List.of(), diff.exits());
        assertTrue(diff.count(LineRow.Kind.SAME) >= 16);
    }

    @Test
    void an_exit_behind_others_than_before_has_moved() {
        String check = "\tif (!attr->count)\n\t\treturn -E2BIG;\n";
        String later = OLD.replace(check, "").replace("\terr = check(prog);\n", check + "\terr = check(prog);\n");
        VersionDiff diff = diff(OLD, later, VersionDiff.Ignoring.NOTHING);
        assertEquals(1, diff.exits().size());
        assertEquals(ExitChange.Kind.MOVED, diff.exits().getFirst().kind());
    }

    @Test
    void aligns_lines_with_fillers_and_marks_what_changed_inside_one() {
        String wider = OLD.replace("~3)", "~7)")
                .replace("\terr = check(prog);\n", "\tprepare_for(prog);\n\terr = check(prog);\n");
        VersionDiff diff = diff(OLD, wider, VersionDiff.Ignoring.NOTHING);
        LineRow changed = diff.lines().stream()
                .filter(row -> row.kind() == LineRow.Kind.CHANGED)
                .findFirst()
                .orElseThrow();
        LineRow.Mark mark = changed.rightMarks().getFirst();
        assertEquals("7", changed.right().substring(mark.from(), mark.to()));
        assertEquals(1, diff.count(LineRow.Kind.CHANGED));
        LineRow added = diff.lines().stream()
                .filter(row -> row.kind() == LineRow.Kind.ADDED)
                .findFirst()
                .orElseThrow();
        assertEquals(0, added.leftLine());
        assertEquals(12, added.rightLine());
    }

    @Test
    void says_whether_an_added_guard_fits_this_failure() {
        VersionDiff diff = diff(OLD, NEW, VersionDiff.Ignoring.NOTHING);
        Evidence evidence = Evidence.NONE
                .returned(-22, Snippet.seen("r"))
                .miss("allocate", Snippet.seen("not hit"))
                .holds("attr->flags", Snippet.seen("flags=0"), 0);
        List<VersionDiff.Crossed> crossed = diff.crossed(evidence);
        assertEquals(JudgedExit.State.SURVIVES, crossed.getFirst().right().state());
        assertEquals(JudgedExit.State.ELIMINATED, crossed.get(2).right().state());
    }

    @Test
    void finds_a_function_again_under_another_name() {
        SourceTree old = SourceTree.snippet("old", "a.c", OLD);
        SourceTree now = SourceTree.snippet(
                "new", "a.c", "int other(void) { return 0; }\n" + NEW.replace("int load(", "int load_cached("));
        assertEquals(
                "load_cached",
                Counterpart.of(old, old.functions().getFirst(), now)
                        .orElseThrow()
                        .name());
    }

    @Test
    void blanks_line_ends_and_comments_alone_make_no_difference_in_exits() {
        for (int seed = 0; seed < 50; seed++) {
            VersionDiff diff = diff(OLD, Relaid.of(OLD, seed), VersionDiff.Ignoring.NOTHING);
            assertEquals(List.of(), diff.exits(), Relaid.of(OLD, seed));
        }
    }
}
