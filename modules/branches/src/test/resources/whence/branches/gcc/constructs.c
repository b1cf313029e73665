int walks_a_list(struct request *r, int p0, int p1)
{
	struct entry *e;
	int err = 0;

	each_entry(e, &things, link) {
		if (e->value == p0) {
			err = work(p0);
			goto found;
		}
	}
	return -ENOENT;
found:
	if (err)
		return err;
	return 0;
}
int walks_without_braces(struct request *r, int p0, int p1)
{
	struct entry *e;

	each_entry(e, &things, link)
		if (e->value == p0)
			return -EEXIST;
	touch(p0);
	return 0;
}
int counts_through_a_macro(struct request *r, int p0, int p1)
{
	int i, err = -ENODATA;

	each_number(i, p0)
		err = work(i);
	if (err)
		return err;
	return i;
}
int hands_a_type_to_a_macro(struct request *r, int p0, int p1)
{
	struct entry *e = container(things.next, struct entry, link);

	if (e->value > p0)
		return -ERANGE;
	if (container(e->link.next, struct entry, link)->value > p0)
		return -EDOM;
	return 0;
}
int jumps_to_an_address(struct request *r, int p0, int p1)
{
	static void *const where[] = { &&first, &&second, &&third, &&second };
	int err = -EPERM;

	goto *where[p0 & 3];
first:
	touch(1);
	return -EIO;
second:
	err = work(2);
	if (err)
		return err;
third:
	return err;
}
int cleans_up_in_a_loop(struct request *r, int p0, int p1)
{
	int n = 0, err;

	while (n < 3) {
		err = work(n);
		if (err == -1)
			goto next;
		if (err)
			goto undo;
		if (p0 > n)
			return n;
next:
		n++;
		continue;
undo:
		touch(n);
		return -EBUSY;
	}
	return 0;
}
int has_labels_behind_its_return(struct request *r, int p0, int p1)
{
	int err = -ENOMEM;

	if (!allowed(1))
		goto out;
	if (p0 > 3) {
		err = -EINVAL;
		goto undo;
	}
	return 0;
undo:
	touch(1);
out:
	if (p1)
		return err;
	return -EAGAIN;
}
int takes_a_lock_or_leaves(struct request *r, int p0, int p1)
{
	scoped_cond_guard(lock, return -EINTR, r) {
		if (p0 > 3)
			return -EINVAL;
		touch(p0);
	}
	return 0;
}
int reads_an_error_out_of_a_pointer(struct request *r, int p0, int p1)
{
	int error = -EPERM;

	if (!pick(p0, &error))
		return error;
	if (p1)
		set(&error, p1);
	return error;
}
int falls_through(struct request *r, int p0, int p1)
{
	int err = 0;

	switch (p0 & 7) {
	case 0:
		err = -EPERM;
		fallthrough;
	case 1:
		if (p1 > 2)
			break;
		touch(1);
	case 2 ... 4:
		return err;
	case (unsigned char)5:
	case LAST + 1:
		err = -E2BIG;
		break;
	default:
		err = work(p0);
		if (err)
			break;
		return 7;
	}
	return err ? err : -EFAULT;
}
int jumps_into_a_loop(struct request *r, int p0, int p1)
{
	int n = 0;

	switch (p0 & 3) {
	case 0:
		do {
			n++;
	case 1:
			touch(n);
	case 2:
			n += 2;
		} while (n < 5);
		if (n > 6)
			return -E2BIG;
		break;
	default:
		return -EINVAL;
	}
	return n;
}
int returns_from_an_expression(struct request *r, int p0, int p1)
{
	int err = ({ int v = work(p0); if (v == -3)
			return -EAGAIN; v; });

	if (err < 0)
		return err;
	return 1;
}
int takes_what_is_not_zero(struct request *r, int p0, int p1)
{
	int err = work(p0) ?: p1;

	if (err)
		return err;
	return allowed(1) ?: -EACCES;
}
int assigns_in_conditions(struct request *r, int p0, int p1)
{
	int err;

	if ((err = work(1)) || (err = p0) > 3)
		return err;
	while ((err = work(3)) == -1)
		touch(1);
	if (touch(2), err)
		return err;
	return p1 ? (touch(1), -EIO) : -EPERM;
}
int hides_its_variable(struct request *r, int p0, int p1)
{
	int err = work(p0);

	if (p1) {
		int err = -EIO;

		if (p0 > 2)
			return err;
		err = -EINVAL;
		touch(err);
	}
	for (int err = 0; err < 2; err++)
		if (!allowed(err))
			return -EBADF;
	return err;
}
int hides_it_in_a_macro(struct request *r, int p0, int p1)
{
	int err = -EBUSY;

	if (RUN(p0) < -1)
		return err;
	err = RUN(1);
	if (err)
		return err;
	return 0;
}
int changes_what_it_tested(struct request *r, int p0, int p1)
{
	unsigned int flags = r->flags;

	if (flags & ~7)
		return -EINVAL;
	if (p0)
		flags |= 8;
	r->count = ALIGNED(r->count);
	if (r->count > 4)
		return -ENOMEM;
	change(r);
	if (r->flags != flags)
		return -ESTALE;
	set(&p1, 3);
	if (p1 == 3)
		return -EALREADY;
	return 0;
}
int writes_through_another_name(struct request *r, int p0, int p1)
{
	struct request *q = r;
	int *p = &p1;

	q->flags = 3;
	if (r->flags != 3)
		return -EIO;
	*p = work(1);
	if (p1)
		return p1;
	*(unsigned int *)((char *)r + offset_of(struct request, flags)) = p0;
	if (r->flags > 2)
		return -EPERM;
	return 0;
}
int overwrites_the_whole(struct request *r, int p0, int p1)
{
	struct request other = { .flags = p0, .count = 2 };

	if (r->count > 3)
		return -EINVAL;
	*r = other;
	if (r->flags != (unsigned int)p0)
		return -EIO;
	__builtin_memset(r, 0, sizeof(*r));
	if (r->count)
		return -ENODEV;
	return r->flags ? -ENXIO : 5;
}
int keeps_an_address(struct request *r, int p0, int p1)
{
	int err = 0;

	keep(&err);
	if (p0 > 2)
		poke();
	if (err)
		return err;
	touch(1);
	return -EIO;
}
int asks_what_others_change(struct request *r, int p0, int p1)
{
	static int calls;

	if (state)
		return -EBUSY;
	bump();
	if (state)
		return -EAGAIN;
	if (calls++ > 2)
		return -EUSERS;
	return 0;
}
int writes_elements(struct request *r, int p0, int p1)
{
	int v[2] = { p0, p1 };

	v[p0 & 1] = -3;
	if (v[0] == -3)
		return -EIO;
	if (v[1] > 2)
		return v[1];
	return 0;
}
int tells_signs_apart(struct request *r, int p0, int p1)
{
	int err = p0;

	if (err < 0)
		return err;
	if (err)
		return 1;
	if (!(p1 < 0))
		return p1;
	return -ENODATA;
}
int passes_errors_in_pointers(struct request *r, int p0, int p1)
{
	struct request *q = find(p0);

	if (failed_or_null(q))
		return q ? error_of(q) : -ENOENT;
	if (failed(r))
		return -EFAULT;
	return q->count;
}
int shares_its_error(struct request *r, int p0, int p1)
{
	int err = -ENOMEM;

	if (!allowed(1))
		goto out;
	if (!allowed(2))
		goto out;
	err = -EINVAL;
	if (p0 > 3)
		goto out;
	if (p1)
		err = work(p1);
	else
		err = 0;
out:
	touch(0);
	return err;
}
int initialises_by_configuration(struct request *r, int p0, int p1)
{
	struct request q = {
		.flags = 1,
#ifdef LOUD
		.count = 2,
#else
		.count = p0,
#endif
		.size = sizeof(struct request),
	};

	if (q.count > 2)
		return -EMSGSIZE;
	if (q.flags != 1)
		return -EIO;
	return q.count;
}
int splits_a_call(struct request *r, int p0, int p1)
{
#ifdef LOUD
	say("loud",
#else
	touch(
#endif
	    p0);
	if (p0)
		return -EIO;
	return 0;
}
int splits_an_if(struct request *r, int p0, int p1)
{
#ifdef LOUD
	if (p0 > 1)
		return -EPERM;
	else
#endif
	if (p1)
		return -EIO;
#ifndef LOUD
	if (p0) {
		touch(1);
#else
	{
		touch(2);
#endif
		if (p0 > 2)
			return -EACCES;
	}
	return 0;
}
int lacks_semicolons(struct request *r, int p0, int p1)
{
	CHECKED(p0 < 3)
	if (p1 > 3)
		return -EIO;
	ANNOTATED(p0)
	if (p1 > 2)
		return -EPERM;
	return 0;
}
int returns_in_a_macro(struct request *r, int p0, int p1)
{
	FAIL_IF(p0 > 2, -EPERM);
	FAIL_IF(work(1), -EIO);
	return 0;
}
int pastes_the_name_of_a_member(struct request *r, int p0, int p1)
{
	if (p0 > TAIL(small))
		return -E2BIG;
	if (p1 > TAIL(large) / 4)
		return -EINVAL;
	return 0;
}
int is_written_over_several_lines(struct request *r, int p0, int p1)
{
	if (p0 \
	    > 1)
		tou\
ch(1);
	say("one\n\
#if this is no group\n\
#else\n\
", 1); /* nor
#endif is this */
	if (p1 /* here
	       it goes on */ > 2)
		return -EIO;
	return 0; // and \
	return -EPERM;
}
int goes_round(struct request *r, int p0, int p1)
{
	int n = 0, err;

	do {
		err = work(n);
		if (err == -1)
			continue;
		if (err)
			break;
		switch (p0) {
		case 1:
			continue;
		case 2:
			return -EINTR;
		}
	} while (n++ < 2);
	for (;;) {
		if (!allowed(n))
			break;
		if (n++ > 4)
			return -ELOOP;
	}
	return err;
}
int calls_itself(struct request *r, int p0, int p1)
{
	int err = 0;

	if (p0 > 3)
		return -E2BIG;
	if (p0 > 0)
		err = calls_itself(r, p0 - 1, p1);
	if (err)
		return err;
	return work(p1);
}
int ends_its_scope(struct request *r, int p0, int p1)
{
	guard(lock)(1);

	if (p0 > 2)
		return -EINVAL;
	if (p1) {
		lock_end(&p1);
		return -EPERM;
	}
	return 0;
}
int ends_a_variable(struct request *r, int p0, int p1)
{
	int held released = p0;

	if (held > 2)
		return -EINVAL;
	if (p1) {
		lock_end(&held);
		return -EPERM;
	}
	return 0;
}
int asks_for_an_odd_machine(struct request *r, int p0, int p1)
{
	if (maybe_odd(p0))
		return -ENOEXEC;
	if (odd_machine)
		return -ENOSYS;
	return 0;
}
int narrows_and_widens(struct request *r, int p0, int p1)
{
	unsigned char small = p0;
	short shorter = p0 * 300;
	unsigned int wide = p1;

	if (small != p0)
		return -EOVERFLOW;
	if (shorter < 0)
		return -ERANGE;
	if (wide > 5)
		return -EDOM;
	if (r->kind == p0)
		return -EEXIST;
	return !!p1;
}
static void do_exit(int x)
{
	touch(x + 1);
}
static void abort(int x)
{
	touch(x);
}
int calls_its_own_abort(struct request *r, int p0, int p1)
{
	if (p0 > 2) {
		abort(p0);
		return -EIO;
	}
	do_exit(p1);
	if (p1)
		return -EPERM;
	return 0;
}
int jumps_out_of_assembler(struct request *r, int p0, int p1)
{
#ifdef __x86_64__
	asm goto("test %0, %0\n\tjnz %l[slow]" : : "r"(p0) : "cc" : slow);
#else
	if (p0)
		goto slow;
#endif
	if (p1)
		return -EIO;
	return 0;
slow:
	touch(1);
	return -EAGAIN;
}
int has_an_else_of_somebody(struct request *r, int p0, int p1)
{
	struct entry *e;

	each_entry(e, &things, link)
		if (e->value > p0)
			return -ERANGE;
		else if (e->value == p1)
			break;
		else
			touch(e->value);
	while (p1 > 0)
		if (--p1 == 2)
			return -EDOM;
		else
			continue;
	if (p0) if (p1) return -EIO; else return -EPERM;
	return 0;
}
int counts_while_it_asks(struct request *r, int p0, int p1)
{
	int err, ret = err = work(1), i;

	if (p0++ > 2)
		return p0;
	if (!--p1)
		return -EPERM;
	ret |= err;
	p0 <<= 1;
	if (p0 == 2)
		return -EIO;
	for (i = 3; i-- > 0;)
		if (i == p1)
			return i;
	return ret ? ret : p0;
}
int calls_through_a_variable(struct request *r, int p0, int p1)
{
	int (*op)(int) = p1 ? work : allowed;
	int err = op(p0);

	if (err < 0)
		return err;
	if (err)
		return 1;
	return (*op)(2);
}
int reaches_its_argument_from_afar(struct request *r, int p0, int p1)
{
	struct request other = { .flags = 9 }, **where = &r;
	int *numbers[2] = { &p0, &p1 };

	(*where)->flags = 4;
	if (r->flags != 4)
		return -EIO;
	*where = &other;
	if (r->flags == 9)
		touch(1);
	else
		return -EPERM;
	*numbers[1] = -3;
	if (p1 == -3)
		return -EDOM;
	return 0;
}
int looks_at_bytes(struct request *r, int p0, int p1)
{
	union { int whole; unsigned char part[4]; } u = { .whole = p0 };
	struct { unsigned int low : 2, high : 30; } b = { 0 };

	u.part[0] = 7;
	if (u.whole == p0)
		return -EALREADY;
	b.low = p1;
	if (b.low != (unsigned int)p1)
		return -EOVERFLOW;
	return u.part[0] - 7;
}
int keeps_a_character(struct request *r, int p0, int p1)
{
	char c = p0;

	if (c < 0)
		return -EILSEQ;
	if (c > 100)
		return -ERANGE;
	if (c != p0)
		return -EOVERFLOW;
	return 0;
}
int shortens_what_it_returns(struct request *r, int p0, int p1)
{
	long v = p0 * 4294967296L + p1;

	if (v > 0x7fffffffL)
		return v;
	if (v < 0)
		return v >> 32;
	return -EIO;
}
int jumps_over_a_declaration(struct request *r, int p0, int p1)
{
	int tries = 0;

	if (p0 > 2)
		goto inside;
again:
	{
		int err = work(p0);

		if (err == -2 && tries++ < 2)
			goto again;
		if (err)
			return err;
inside:
		err = p1;
		if (err)
			return err - 10;
	}
	return 0;
}
int picks_in_a_strange_order(struct request *r, int p0, int p1)
{
	switch (r->kind) {
		int left;
	default:
		if (p0) {
	case 2:
			touch(2);
			return -ENOSPC;
		}
		break;
	case PLAIN:
		switch (p1) {
		case 1:
			break;
		case 2:
			return -EMLINK;
		}
		return -ESPIPE;
	case ODD:
		for (left = 2; left; left--) {
			if (!work(left))
				continue;
			break;
		}
		return left ? -EROFS : -EPIPE;
	}
	return 0;
}
int asks_twice(struct request *r, int p0, int p1)
{
	if (allowed(p0) && !allowed(p1))
		return -EACCES;
	if (work(1) == work(2))
		return -EAGAIN;
	return allowed(3) ? -EPERM : 0;
}
int compares_what_may_be_negative(struct request *r, int p0, int p1)
{
	unsigned int u = p0;
	unsigned char small = p1;

	if (p0 < sizeof(int))
		return -EINVAL;
	if (u - 5 < 3u)
		return -E2BIG;
	if (-1 < u)
		return -EDOM;
	if (p1 < small)
		return -ERANGE;
	if (~small == -1)
		return -EIO;
	return small - p1;
}
int divides_and_shifts(struct request *r, int p0, int p1)
{
	if (p0 / 2 == -1)
		return -EIO;
	if (p0 % 3 == -2)
		return -EPERM;
	if (p0 >> 1 == 2)
		return -EDOM;
	if ((unsigned short)(p0 + p1) > 65000)
		return -ERANGE;
	if (~p1 == -4 || -p1 == 2)
		return -EBUSY;
	return p0 << 2;
}
int mixes_signs(struct request *r, int p0, int p1)
{
	unsigned long wide = p1;

	if (p0 == 0xffffffffU)
		return -EIO;
	if (p1 == 0xffffffffUL)
		return -EPERM;
	if (wide > ~0UL - 2)
		return -EDOM;
	if ((long)wide < -1)
		return -ERANGE;
	if (p0 > (1u << 31))
		return -EBUSY;
	if ('\377' == p0 || 010 == p1)
		return -EXDEV;
	return (p0, p1);
}
int holds_a_truth(struct request *r, int p0, int p1)
{
	_Bool some = p0 & 4, both = p0 && work(1);

	if (some == 4)
		return -EIO;
	if (some + both == 2)
		return -EPERM;
	if (!both != !p1)
		return p0 == p1;
	return !!p0 | (p1 > 2) << 1;
}
int asks_only_if_it_must(struct request *r, int p0, int p1)
{
	if (p0 && (p1 = work(1)) < 0)
		return p1;
	if (p1 == -2 || (p1 > 2 && allowed(p1)))
		return -EIO;
	touch(allowed(2) ? work(2) : 3);
	return p1 ? p0 : allowed(3) ? -EPERM : -EDOM;
}
int runs_for_long(struct request *r, int p0, int p1)
{
	int i, sum = 0;

	for (i = 0; i < 20; i++) {
		sum += i & 1 ? p1 : 1;
		if (i == 15 && p0 == 3)
			return -EXDEV;
	}
	for (i = 1; i < 100; i *= 3)
		if (i == 27 && p1)
			return -EIO;
	if (sum == 20)
		return -EDOM;
	while (sum > 12)
		sum -= 2;
	return sum > 10 ? -EPERM : i;
}
int gathers_errors(struct request *r, int p0, int p1)
{
	int err = 0, i;

	for (i = 0; i < 3; i++)
		err = err ?: work(i);
	for (i = 0; i < p0; i++) {
		int one = work(i);

		if (one == -3)
			goto out_of_all;
		while (one++ < 0)
			if (!allowed(one))
				goto out_of_all;
	}
	return err;
out_of_all:
	touch(i);
	return err < 0 ? -EIO : -EAGAIN;
}
int compares_pointers(struct request *r, int p0, int p1)
{
	struct request *q = p0 > 2 ? r : find(p0);
	const char *text = p1 ? "one" : 0;

	if (q == r)
		return -EALREADY;
	if (!text && !q)
		return -ENOENT;
	if (text && text[0] != 'o')
		return -EIO;
	if (q && !failed(q))
		q->count = p0;
	return q ? 1 : -EPERM;
}
int asks_its_own_helpers(struct request *r, int p0, int p1)
{
	int at = first_of(r, p0 & 3);

	if (narrowed(p1) != p1)
		return -EOVERFLOW;
	if (at < 0)
		return at;
	if (at == 2)
		return -EIO;
	r->flags = 0;
	return first_of(r, 0) == -ENODATA ? at : -EPERM;
}
int reads_a_table(struct request *r, int p0, int p1)
{
	static const int table[] = { -EIO, -EPERM, [3] = -EDOM };
	int own[3] = { 1, p0 };

	if (own[2])
		return -EBUSY;
	if (own[1] != p0)
		return -ERANGE;
	if ((unsigned int)p1 >= sizeof(table) / sizeof(table[0]))
		return -EINVAL;
	return table[p1];
}
int evaluates_nothing_in_sizeof(struct request *r, int p0, int p1)
{
	int n = sizeof(p0++) + sizeof(work(1));

	if (p0 > 3)
		return -EIO;
	if (n != 8)
		return -EPERM;
	if (__builtin_constant_p(touch))
		return 1;
	return __builtin_choose_expr(0, -EDOM, p1);
}
