package whence.branches;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import whence.branches.value.KnownBytes;
import whence.evidence.Grade;

class EliminationTest {
    private static final String LOAD = """
            struct attr { unsigned int type; unsigned int flags; unsigned int count; };
            static inline int privileged(void) { return capable(39) || capable(21); }
            static int known(int type)
            {
            	switch (type) {
            	case 1: case 2: return 1;
            	default: return 0;
            	}
            }
            int load(struct attr *attr, int size)
            {
            	int type = attr->type;
            	int err;

            	if (attr->flags & ~3)
            		return -22;
            	if (!known(type))
            		return -22;
            	if (attr->count > (privileged() ? 1000 : 10))
            		return -7;
            	if (type != 1 && !privileged())
            		return -1;
            	if (!attr->count)
            		return -1;
            	err = allocate(size);
            	if (err < 0)
            		return err;
            	return finish();
            }
            """;

    private final Exits exits = Snippet.exits("load", LOAD);

    @Test
    void keeps_what_gives_the_value_that_came_back() {
        assertEquals(
                List.of(16, 18, 27, 28),
                Snippet.left(exits, Evidence.NONE.returned(-22, Snippet.seen("returned -EINVAL"))));
    }

    @Test
    void evaluates_guards_on_the_arguments_and_pure_predicates() {
        Evidence evidence = Evidence.NONE
                .returned(-22, Snippet.seen("returned -EINVAL"))
                .holds("attr->type", Snippet.seen("type=1"), 1)
                .holds("attr->flags", Snippet.seen("flags=0"), 0);
        assertEquals(List.of(27, 28), Snippet.left(exits, evidence));
        assertEquals(
                List.of(16),
                Snippet.left(
                        exits,
                        Evidence.NONE
                                .returned(-22, Snippet.seen("r"))
                                .holds("attr->flags", Snippet.seen("flags=8"), 8)));
    }

    @Test
    void a_callee_that_did_not_run_fells_what_lies_behind_it_through_inlined_ones_too() {
        Evidence evidence =
                Evidence.NONE.returned(-22, Snippet.seen("r")).miss("capable", Snippet.seen("capable not hit"));
        assertEquals(List.of(16, 18), Snippet.left(exits, evidence));
    }

    @Test
    void a_callee_that_ran_fells_what_lies_before_it_but_not_what_calls_it_through_an_inlined_one() {
        Evidence evidence = Evidence.NONE.hit("capable", Snippet.seen("capable hit"));
        assertEquals(List.of(20, 22, 24, 27, 28), Snippet.left(exits, evidence));
        assertEquals(List.of(27, 28), Snippet.left(exits, evidence.hit("allocate", Snippet.seen("allocate hit"))));
    }

    @Test
    void what_a_callee_returned_decides_between_two_equal_exits() {
        Evidence evidence = Evidence.NONE
                .returned(-1, Snippet.seen("r"))
                .miss("allocate", Snippet.seen("allocate not hit"))
                .holds("attr->type", Snippet.seen("type=2"), 2);
        assertEquals(List.of(22, 24), Snippet.left(exits, evidence));
        assertEquals(List.of(22), Snippet.left(exits, evidence.gave("capable", Snippet.seen("capable gave 0"), 0)));
        assertEquals(List.of(24), Snippet.left(exits, evidence.gave("capable", Snippet.seen("capable gave 1"), 1)));
    }

    @Test
    void facts_about_memory_die_where_a_call_could_change_it() {
        Evidence evidence = Evidence.NONE
                .returned(-1, Snippet.seen("r"))
                .holds("attr->count", Snippet.seen("count=5"), 5)
                .holds("attr->type", Snippet.seen("type=1"), 1)
                .miss("allocate", Snippet.seen("not hit"));
        assertEquals(List.of(24), Snippet.left(exits, evidence)); // capable() ran in between and may have zeroed it
    }

    @Test
    void says_which_rule_on_which_premise_and_how_surely() {
        Evidence evidence = Evidence.NONE.returned(-22, Snippet.seen("returned -EINVAL"));
        JudgedExit.Because because =
                Elimination.judge(exits, evidence).get(2).because().getFirst();
        assertEquals("value", because.rule());
        assertTrue(because.text().contains("returned -EINVAL"));
        assertEquals(Grade.DERIVED, because.grade());
        assertEquals("trace.txt:1", because.evidence().getFirst().toString());
    }

    @Test
    void bytes_known_from_user_space_decide_whether_a_tail_is_zero() {
        Exits tail = Snippet.exits("check", """
                #define CHECK_ATTR(CMD) memchr_inv((void *) &attr->CMD##_LAST + sizeof(attr->CMD##_LAST), 0, \\
                	sizeof(*attr) - offsetof(union attr, CMD##_LAST) - sizeof(attr->CMD##_LAST)) != NULL
                #define SHORT_LAST first
                #define WHOLE_LAST last
                union attr { struct { int first; int second; }; struct { long all; int last; } __attribute__((aligned(4))); };
                int check(union attr *attr)
                {
                	if (CHECK_ATTR(WHOLE))
                		return -7;
                	if (CHECK_ATTR(SHORT))
                		return -22;
                	return 0;
                }
                """);
        Evidence.Memory zero =
                new Evidence.Memory("*attr", KnownBytes.unknown().zeros(4, 16), false, Snippet.seen("all zero"));
        Evidence.Memory one = new Evidence.Memory(
                "*attr", KnownBytes.unknown().zeros(4, 16).with(9, 1, 1), false, Snippet.seen("byte 9"));
        assertEquals(List.of(9, 11, 12), Snippet.left(tail, Evidence.NONE));
        assertEquals(List.of(12), Snippet.left(tail, Evidence.NONE.memory(zero)));
        assertEquals(List.of(11), Snippet.left(tail, Evidence.NONE.memory(one)));
    }

    @Test
    void an_assignment_is_the_same_one_whatever_the_evidence_closes_before_it() {
        Exits call = Snippet.exits("call", """
                int call(int cmd)
                {
                	int err;
                	switch (cmd) {
                	case 0:
                		err = create();
                		break;
                	case 5:
                		err = load();
                		break;
                	default:
                		err = -22;
                		break;
                	}
                	return err;
                }
                """);
        Evidence evidence = Evidence.NONE.returned(-22, Snippet.seen("r")).holds("cmd", Snippet.seen("cmd=5"), 5);
        assertEquals(
                List.of("load"),
                Elimination.judge(call, evidence).stream()
                        .filter(judged -> judged.state() == JudgedExit.State.SURVIVES)
                        .map(judged -> judged.exit().callee())
                        .toList());
    }

    @Test
    void a_line_that_ran_and_one_that_did_not() {
        assertEquals(List.of(27, 28), Snippet.left(exits, Evidence.NONE.lineRan(25, Snippet.seen("line 25"))));
        assertEquals(
                List.of(16, 18, 20, 22, 24), Snippet.left(exits, Evidence.NONE.lineNotRan(25, Snippet.seen("not 25"))));
    }

    @Test
    void signs_and_widths_are_those_of_c() {
        Exits widths = Snippet.exits("f", """
                int f(unsigned int u, int i, unsigned char c)
                {
                	if (u < 0)
                		return 1;
                	if (i < u)
                		return 2;
                	if (c + 1 > 255)
                		return 3;
                	if ((unsigned char)(c + 1) == 0)
                		return 4;
                	return 5;
                }
                """);
        Evidence evidence = Evidence.NONE
                .holds("i", Snippet.seen("i=-1"), -1)
                .holds("u", Snippet.seen("u=7"), 7)
                .holds("c", Snippet.seen("c=255"), 255);
        assertEquals(List.of(8), Snippet.left(widths, evidence));
    }

    @Test
    void an_error_handed_out_speaks_for_its_exit_whoever_saw_it() {
        Exits handing = Snippet.exits("find", """
                void *find(int fd, int *err)
                {
                	void *file = get(fd);

                	*err = -EBADF;
                	if (!file)
                		return NULL;
                	if (kind(file) != 1) {
                		*err = -ENOTSOCK;
                		put(file);
                		return NULL;
                	}
                	return file;
                }
                """);
        Evidence evidence = Evidence.NONE.returned(-88, Snippet.seen("ENOTSOCK"));
        assertEquals(List.of(11, 13), Snippet.left(handing, evidence));
        JudgedExit fell = Elimination.judge(handing, evidence).getFirst();
        assertEquals(
                "it gives 0 and hands out -EBADF, not -ENOTSOCK: nobody else writes what an error is handed out"
                        + " through before the function returns; ENOTSOCK",
                fell.because().getFirst().text());
        assertEquals(Grade.ASSUMED, fell.because().getFirst().grade());
    }

    @Test
    void a_callee_that_leaves_alone_what_it_is_handed_costs_no_exit() {
        Exits quiet = Snippet.exits("f", """
                static int look(int a, int *err) { return a > 3; }
                int f(int a)
                {
                	int err = -EIO;

                	if (look(a, &err))
                		goto out;
                	err = -EPERM;
                out:
                	return err;
                }
                """);
        assertEquals(List.of(7), Snippet.left(quiet, Evidence.NONE.returned(-5, Snippet.seen("-EIO"))));
        assertEquals(List.of(10), Snippet.left(quiet, Evidence.NONE.returned(-1, Snippet.seen("-EPERM"))));
    }

    @Test
    void a_macro_that_another_configuration_declares_as_a_variable_or_function_decides_nothing() {
        Exits either = Snippet.exits("f", """
                #ifndef CONFIG_MMU
                #define randomize 0
                #define allowed(x) 0
                #else
                extern int randomize;
                bool allowed(int x);
                #endif
                int f(int a)
                {
                	if (randomize > 1)
                		return -EPERM;
                	if (allowed(a))
                		return -EPERM;
                	return g(a);
                }
                """);
        assertEquals(List.of(11, 13, 14), Snippet.left(either, Evidence.NONE.returned(-1, Snippet.seen("-EPERM"))));
    }
}
