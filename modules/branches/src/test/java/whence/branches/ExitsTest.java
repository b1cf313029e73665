package whence.branches;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExitsTest {
    @Test
    void finds_the_assignment_that_reaches_a_shared_return_through_a_goto() {
        Exits exits = Snippet.exits("open_it", """
                int open_it(struct inode *inode, int flags)
                {
                	int err;

                	if (flags & ~7)
                		return -EINVAL;
                	err = -ENOMEM;
                	if (!inode->i_private)
                		goto out;
                	err = lock_it(inode);
                	if (err)
                		goto out;
                	err = start(inode);
                out:
                	put(inode);
                	return err;
                }
                """);
        assertEquals(
                List.of(
                        "6 -EINVAL if flags & ~7",
                        "9>16 -ENOMEM if !inode->i_private",
                        "12>16 err <lock_it> if err",
                        "16 err <start> unless err"),
                Snippet.rows(exits));
    }

    @Test
    void follows_the_switch_and_names_labels_that_stand_together_as_one_guard() {
        Exits exits = Snippet.exits("command", """
                int command(int cmd)
                {
                	switch (cmd) {
                	case A:
                	case B:
                		return one();
                	case C:
                		cmd = 2;
                		fallthrough;
                	default:
                		return -ENOTTY;
                	}
                }
                """);
        assertEquals(List.of("6 one() <one> if case A: case B", "11 -ENOTTY"), Snippet.rows(exits));
    }

    @Test
    void takes_both_arms_of_a_conditional_and_errors_in_pointers() {
        Exits exits = Snippet.exits("get", """
                struct thing *get(int id)
                {
                	struct thing *t = find(id);
                	if (IS_ERR(t))
                		return ERR_CAST(t);
                	if (id < 0)
                		return ERR_PTR(-EINVAL);
                	return t->ok ? t : NULL;
                }
                """);
        assertEquals(
                List.of(
                        "5 ERR_CAST(t) <find> if IS_ERR(t)",
                        "7 ERR_PTR(-EINVAL) if id < 0",
                        "8 NULL unless t->ok",
                        "8 t <find> if t->ok"),
                Snippet.rows(exits).stream().sorted().toList());
    }

    @Test
    void sees_a_return_that_a_macro_of_the_file_hides() {
        Exits exits = Snippet.exits("f", """
                #define CHECK(x) do { if (!(x)) return -EPERM; } while (0)
                #define for_all(i) for (i = 0; i < 3; i++)
                int f(int a)
                {
                	int i;
                	CHECK(a > 3);
                	for_all(i) {
                		if (g(i))
                			return -EIO;
                	}
                	scoped_cond_guard(lock, return -EINTR, &m) {
                		h();
                	}
                	return 0;
                }
                """);
        assertEquals(
                List.of("6 -EPERM if !(a > 3)", "9 -EIO if g(i)", "11 -EINTR unless i < 3", "14 0 unless i < 3"),
                Snippet.rows(exits));
    }

    @Test
    void a_constant_that_contradicts_the_test_before_the_return_makes_no_exit() {
        Exits exits = Snippet.exits("f", """
                int f(void)
                {
                	int err = 0;
                	if (a())
                		err = -EIO;
                	if (!err)
                		return 1;
                	return err;
                }
                """);
        assertEquals(List.of("7 1 if !err", "8 -EIO unless !err"), Snippet.rows(exits));
    }

    @Test
    void reads_both_branches_of_a_group_that_splits_a_statement() {
        Exits exits = Snippet.exits("f", """
                int f(int x)
                {
                #ifdef CONFIG_A
                	if (x)
                		return -EPERM;
                	else
                #endif
                	if (x > 1)
                		return -EIO;
                	return 0;
                }
                """);
        assertEquals(
                List.of(5, 9, 10),
                exits.exits().stream().map(Exit::line).distinct().toList());
        assertTrue(exits.unknownRegions().isEmpty());
    }

    @Test
    void what_cannot_be_read_stands_among_the_exits_as_unknown() {
        Exits exits = Snippet.exits("f", """
                int f(int x)
                {
                	if (x @ 3)
                		return -EPERM;
                	return 0;
                }
                """);
        assertEquals(Exit.Kind.UNKNOWN, exits.exits().getFirst().kind());
        assertEquals(3, exits.unknownRegions().getFirst().startLine());
        assertEquals(
                JudgedExit.State.UNKNOWN,
                Elimination.judge(exits, Evidence.NONE.returned(-5, Snippet.seen("-EIO")))
                        .getFirst()
                        .state());
    }

    @Test
    void nesting_without_end_ends_in_an_unknown_region() {
        for (String open : List.of("(", "({ if (x) ", "!", "f(", "a ? b : ")) {
            String text = "int f(int x)\n{\n\tx = " + open.repeat(20_000) + "1;\n\treturn 0;\n}\n";
            assertTrue(Snippet.exits("f", text).exits().size() >= 1, open);
        }
        String chain = "int f(int x)\n{\n\tif (x" + " && x".repeat(20_000) + ")\n\t\treturn 1;\n\treturn 0;\n}\n";
        assertEquals(1, Snippet.exits("f", chain).unknownRegions().size());
    }

    @Test
    void reads_a_pointer_to_an_array_in_user_space() {
        String text = "int f(int x)\n{\n\t__u8 __user (*tags)[8];\n\tu8 (*plain)[8] = 0;\n\treturn 0;\n}\n";
        assertEquals(List.of("5 0"), Snippet.rows(Snippet.exits("f", text)));
    }

    @Test
    void says_what_must_have_been_called_and_what_cannot_have_been() {
        Exits exits = Snippet.exits("f", """
                int f(int x)
                {
                	a();
                	if (x && b())
                		return -EPERM;
                	c();
                	return 0;
                }
                """);
        assertEquals(List.of("a", "b"), exits.rows().getFirst().mustCall());
        assertEquals(List.of("c"), exits.rows().getFirst().neverCall());
        assertEquals(List.of("a", "c"), exits.rows().getLast().mustCall());
    }

    @Test
    void nothing_runs_behind_what_never_returns() {
        Exits exits = Snippet.exits("f", """
                int f(int a)
                {
                	int err = -EIO;

                	if (a == 1) {
                		panic("no zork %d", a);
                		err = -EPERM;
                	}
                	if (a == 2) {
                		err = -EFAULT;
                		BUG();
                	}
                	BUG_ON(a == 3);
                	return err;
                }
                """);
        assertEquals(List.of("14 -EIO unless a == 2"), Snippet.rows(exits));
    }

    @Test
    void a_value_comes_from_the_assignment_that_reaches_the_return_not_from_the_nearest() {
        Exits exits = Snippet.exits("f", """
                int f(int a)
                {
                	int err = -ENOMEM;

                	if (!get(a))
                		goto out;
                	err = -EINVAL;
                	if (!check(a))
                		goto put;
                	err = 0;
                put:
                	release(a);
                out:
                	return err;
                }
                """);
        assertEquals(
                List.of("6>14 -ENOMEM if !get(a)", "9>14 -EINVAL if !check(a)", "14 0 unless !check(a)"),
                Snippet.rows(exits));
    }

    @Test
    void an_error_that_is_handed_out_through_a_pointer_is_part_of_what_the_exit_gives() {
        Exits exits = Snippet.exits("receive", """
                void *receive(struct sock *sk, int noblock, int *errp)
                {
                	void *skb;
                	int err;

                	if (noblock > 1) {
                		*errp = -EINVAL;
                		return NULL;
                	}
                	err = sock_error(sk);
                	if (err)
                		goto fail;
                	err = -EAGAIN;
                	if (noblock)
                		goto fail;
                	skb = take(sk, errp);
                	return skb;
                fail:
                	*errp = err;
                	return NULL;
                }
                """);
        assertEquals(
                List.of(
                        "8 NULL|*errp = -EINVAL if noblock > 1",
                        "12>20 NULL|*errp = err <sock_error> if err",
                        "15>20 NULL|*errp = -EAGAIN if noblock",
                        "17 skb|*errp = take(sk, errp) <take> unless noblock"),
                Snippet.rows(exits));
    }

    @Test
    void a_goto_decides_the_exit_though_the_function_may_try_again() {
        Exits exits = Snippet.exits("f", """
                int f(int a)
                {
                	int err;
                again:
                	err = first(a);
                	if (err < 0)
                		return err;
                	if (a > 3) {
                		err = -EINVAL;
                		goto out;
                	}
                	err = second(a);
                	if (err)
                		goto out;
                	third(a);
                out:
                	put(a);
                	if (err == -EAGAIN)
                		goto again;
                	return err;
                }
                """);
        assertEquals(
                List.of(
                        "7 err <first> if err < 0",
                        "10>20 -EINVAL if a > 3",
                        "14>20 err <second> if err",
                        "20 err <second> unless err == -EAGAIN"),
                Snippet.rows(exits));
    }

    @Test
    void an_exit_behind_a_macro_that_is_never_true_here_is_an_exit_until_evidence_is_asked() {
        Exits exits = Snippet.exits("f", """
                #define odd_machine(x) 0
                int f(int a)
                {
                	if (odd_machine(a))
                		return -ENOEXEC;
                	return g(a);
                }
                """);
        assertEquals(List.of(5, 6), exits.exits().stream().map(Exit::line).toList());
        assertEquals(List.of(5, 6), Snippet.left(exits, Evidence.NONE));
        JudgedExit fell = Elimination.judge(exits, Evidence.NONE.returned(-8, Snippet.seen("returned -ENOEXEC")))
                .getFirst();
        assertEquals(
                "odd_machine(a) is false in this source",
                fell.because().getFirst().text());
    }
}
