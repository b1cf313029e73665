/*
 * A reconstruction, not the kernel's source: written afresh from facts about
 * what bpf_prog_load() of Red Hat Enterprise Linux 7.7 to 7.9
 * (3.10.0-1062, -1127, -1160) decides, in which order and on
 * which line. Line directives give each piece the lines it has there; what
 * stands before the first one has no stated line. Names of locals and all
 * wording are this file's own, and whatever no walk needs is left out.
 */

#include <linux/string.h>
#include <linux/bpf.h>

/* whether any byte of the attributes behind a command's last field is set */
#define CHECK_ATTR(CMD) \
	(memchr_inv((char *)attr + offsetofend(union bpf_attr, CMD##_LAST_FIELD), 0, \
		    sizeof(*attr) - offsetofend(union bpf_attr, CMD##_LAST_FIELD)) != NULL)

static int check_uarg_tail_zero(void __user *uaddr, size_t known, size_t given)
{
	unsigned char __user *at = uaddr + known;
	unsigned char __user *end = uaddr + given;
	unsigned char byte;

	if (given > PAGE_SIZE)
		return -E2BIG;
	if (!access_ok(VERIFY_READ, uaddr, given))
		return -EFAULT;

	for (; at < end; at++) {
		if (get_user(byte, at))
			return -EFAULT;
		if (byte)
			return -E2BIG;
	}
	return 0;
}

#line 48 "kernel/bpf/syscall.c"
int sysctl_unprivileged_bpf_disabled __read_mostly = 1;

#line 861 "kernel/bpf/syscall.c"
static int find_prog_type(enum bpf_prog_type kind, struct bpf_prog *program)
{
	const struct bpf_prog_ops *chosen;

	if (kind >= ARRAY_SIZE(bpf_prog_types))
		return -EINVAL;

	chosen = bpf_prog_types[array_index_nospec(kind, ARRAY_SIZE(bpf_prog_types))];
	if (!chosen)
		return -EINVAL;

	program->type = kind;
	program->aux->ops = chosen;
	return 0;
}

#line 1147 "kernel/bpf/syscall.c"
static bool is_test_type(enum bpf_prog_type kind)
{
	return bpftest &&
	       (kind == BPF_PROG_TYPE_SOCKET_FILTER ||
		kind == BPF_PROG_TYPE_SCHED_CLS ||
		kind == BPF_PROG_TYPE_SCHED_ACT);
}

#line 1156 "kernel/bpf/syscall.c"
static int bpf_prog_load_check_attach_type(enum bpf_prog_type kind,
					   enum bpf_attach_type where)
{
	switch (kind) {
	default:
		return 0;
	}
}

#line 1166 "kernel/bpf/syscall.c"
#define BPF_PROG_LOAD_LAST_FIELD expected_attach_type

static int bpf_prog_load(union bpf_attr *attr)
{
	enum bpf_prog_type kind = attr->prog_type;
	struct bpf_prog *program;
	int status;
	char terms[128];
	bool gpl;

	if (kind != BPF_PROG_TYPE_KPROBE &&
	    kind != BPF_PROG_TYPE_TRACEPOINT &&
	    kind != BPF_PROG_TYPE_PERF_EVENT &&
	    /* tracing only, unless booted for tests */
	    !is_test_type(kind))
		return -EINVAL;

	if (CHECK_ATTR(BPF_PROG_LOAD))
		return -EINVAL;

	if (attr->prog_flags & ~BPF_F_STRICT_ALIGNMENT)
		return -EINVAL;

	/* the licence stands in the caller's memory */
	if (strncpy_from_user(terms, u64_to_user_ptr(attr->license),
			      sizeof(terms) - 1) < 0)
		return -EFAULT;
	terms[sizeof(terms) - 1] = 0;

	/* what helpers it may call follows from the licence */
	gpl = license_is_gpl_compatible(terms);

	if (attr->insn_cnt == 0 || attr->insn_cnt > BPF_MAXINSNS)
		return -E2BIG;

	if (kind == BPF_PROG_TYPE_KPROBE &&
	    attr->kern_version != LINUX_VERSION_CODE)
		return -EINVAL;

	if (kind != BPF_PROG_TYPE_SOCKET_FILTER &&
	    kind != BPF_PROG_TYPE_CGROUP_SKB &&
	    !capable(CAP_SYS_ADMIN))
		return -EPERM;

	if (bpf_prog_load_check_attach_type(kind, attr->expected_attach_type))
		return -EINVAL;

	/* room for the program itself */
	program = bpf_prog_alloc(bpf_prog_size(attr->insn_cnt), GFP_USER);
	if (!program)
		return -ENOMEM;

	program->expected_attach_type = attr->expected_attach_type;

	status = security_bpf_prog_alloc(program->aux);
	if (status)
		goto free_prog_nouncharge;

	status = bpf_prog_charge_memlock(program);
	if (status)
		goto free_prog_sec;

	program->len = attr->insn_cnt;

	status = -EFAULT;
	if (copy_from_user(program->insns, u64_to_user_ptr(attr->insns),
			   bpf_prog_insn_size(program)) != 0)
		goto free_prog;

	program->orig_prog = NULL;
	program->jited = 0;

	atomic_set(&program->aux->refcnt, 1);
	program->gpl_compatible = gpl ? 1 : 0;

	/* which operations belong to this type */
	status = find_prog_type(kind, program);
	if (status < 0)
		goto free_prog;

	program->aux->load_time = ktime_get_boot_ns();
	status = bpf_obj_name_cpy(program->aux->name, attr->prog_name);
	if (status)
		goto free_prog;

	/* the verifier */
	status = bpf_check(&program, attr);
	if (status < 0)
		goto free_used_maps;

	/* only where the verifier left it open */
	if (!program->bpf_func)
		program = bpf_prog_select_runtime(program, &status);
	if (status < 0)
		goto free_used_maps;

	status = bpf_prog_alloc_id(program);
	if (status)
		goto free_used_maps;

	status = bpf_prog_new_fd(program);
	if (status < 0) {
		/*
		 * From the moment it has an id others may hold it:
		 * drop the reference instead of freeing it here.
		 *
		 * (layout only)
		 */
		bpf_prog_put(program);
		return status;
	}

	bpf_prog_kallsyms_add(program);
	return status;

free_used_maps:
	bpf_prog_kallsyms_del_subprogs(program);
	free_used_maps(program->aux);
free_prog:
	bpf_prog_uncharge_memlock(program);
free_prog_sec:
	security_bpf_prog_free(program->aux);
free_prog_nouncharge:
	bpf_prog_free(program);
	return status;
}

#line 1810 "kernel/bpf/syscall.c"
SYSCALL_DEFINE3(bpf, int, cmd, union bpf_attr __user *, uattr, unsigned int, size)
{
	union bpf_attr attr = {};
	int status;

	if (!capable(CAP_SYS_ADMIN) && sysctl_unprivileged_bpf_disabled)
		return -EPERM;

	/* said once, with a taint */
	mark_tech_preview("eBPF syscall", NULL);

	status = check_uarg_tail_zero(uattr, sizeof(attr), size);
	if (status)
		return status;
	size = min_t(u32, size, sizeof(attr));

	/* no more than this kernel knows */
	if (copy_from_user(&attr, uattr, size) != 0)
		return -EFAULT;

	status = security_bpf(cmd, &attr, size);
	if (status < 0)
		return status;

	switch (cmd) {
	case BPF_PROG_LOAD:
		status = bpf_prog_load(&attr);
		break;
	default:
		status = -EINVAL;
		break;
	}

	return status;
}
