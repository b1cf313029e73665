/*
 * A reconstruction, not the kernel's source: written afresh from facts about
 * what the bpf() system call of Debian's Linux 6.1.192 decides on the way to a
 * loaded program, in which order and on which line. Line directives give each
 * piece the lines it has there. Names of locals and all wording are this
 * file's own, and whatever no walk needs is left out.
 */

#include <linux/string.h>
#include <linux/bpf.h>
#include <linux/bpfptr.h>
#include <linux/capability.h>

#line 59 "kernel/bpf/syscall.c"
int sysctl_unprivileged_bpf_disabled __read_mostly =
	IS_BUILTIN(CONFIG_BPF_UNPRIV_DEFAULT_OFF) ? 2 : 0;

#line 82 "kernel/bpf/syscall.c"
int bpf_check_uarg_tail_zero(bpfptr_t uaddr,
			     size_t expected_size,
			     size_t actual_size)
{
	int zero;

	if (unlikely(actual_size > PAGE_SIZE))
		return -E2BIG;

	if (actual_size <= expected_size)
		return 0;

	if (!uaddr.is_kernel)
		zero = check_zeroed_user(uaddr.user + expected_size,
					 actual_size - expected_size);
	else
		zero = !memchr_inv(uaddr.kernel + expected_size, 0,
				   actual_size - expected_size);
	if (zero < 0)
		return zero;
	return zero ? 0 : -E2BIG;
}

#line 912 "kernel/bpf/syscall.c"
/* whether any byte of the attributes behind a command's last field is set */
#define CHECK_ATTR(CMD) \
	(memchr_inv((char *)attr + offsetofend(union bpf_attr, CMD##_LAST_FIELD), 0, \
		    sizeof(*attr) - offsetofend(union bpf_attr, CMD##_LAST_FIELD)) != NULL)

#line 1969 "kernel/bpf/syscall.c"
static int find_prog_type(enum bpf_prog_type kind, struct bpf_prog *program)
{
	const struct bpf_prog_ops *known;

	if (kind >= ARRAY_SIZE(bpf_prog_types))
		return -EINVAL;

	known = bpf_prog_types[array_index_nospec(kind, ARRAY_SIZE(bpf_prog_types))];
	if (!known)
		return -EINVAL;

	program->type = kind;
	program->aux->ops = bpf_prog_is_dev_bound(program->aux) ?
				&bpf_offload_prog_ops : known;


	return 0;
}

#line 2342 "kernel/bpf/syscall.c"
static void bpf_prog_load_fixup_attach_type(union bpf_attr *attr)
{
	switch (attr->prog_type) {
	case BPF_PROG_TYPE_CGROUP_SOCK:

		/* nothing given (0) stands for the first that there was */

		if (attr->expected_attach_type == 0)
			attr->expected_attach_type =
				BPF_CGROUP_INET_SOCK_CREATE;
		break;
	case BPF_PROG_TYPE_SK_REUSEPORT:
		if (attr->expected_attach_type == 0)
			attr->expected_attach_type =
				BPF_SK_REUSEPORT_SELECT;
		break;
	}
}

#line 2361 "kernel/bpf/syscall.c"
static int
bpf_prog_load_check_attach(enum bpf_prog_type prog_type,
			   enum bpf_attach_type expected_attach_type,
			   struct btf *attach_btf, u32 btf_id,
			   struct bpf_prog *dst_prog)
{
	if (btf_id) {
		if (btf_id > BTF_MAX_TYPE)
			return -EINVAL;

		if (!attach_btf && !dst_prog)
			return -EINVAL;

		switch (prog_type) {
		case BPF_PROG_TYPE_TRACING:
		case BPF_PROG_TYPE_STRUCT_OPS:
		case BPF_PROG_TYPE_EXT:
		case BPF_PROG_TYPE_LSM:
			break;
		default:
			return -EINVAL;
		}
	}

	if (attach_btf && (!btf_id || dst_prog))
		return -EINVAL;

	if (dst_prog && prog_type != BPF_PROG_TYPE_TRACING &&
	    prog_type != BPF_PROG_TYPE_EXT)
		return -EINVAL;

	switch (prog_type) {
	case BPF_PROG_TYPE_CGROUP_SOCK:
		switch (expected_attach_type) {
		case BPF_CGROUP_INET_SOCK_CREATE:
		case BPF_CGROUP_INET4_POST_BIND:
		case BPF_CGROUP_INET6_POST_BIND:
		case BPF_CGROUP_INET_SOCK_RELEASE:
			return 0;
		default:
			return -EINVAL;
		}
	case BPF_PROG_TYPE_CGROUP_SOCK_ADDR:
		switch (expected_attach_type) {
		case BPF_CGROUP_INET4_BIND:
		case BPF_CGROUP_INET4_CONNECT:
		case BPF_CGROUP_INET4_GETPEERNAME:
		case BPF_CGROUP_INET4_GETSOCKNAME:
		case BPF_CGROUP_INET6_BIND:
		case BPF_CGROUP_INET6_CONNECT:
		case BPF_CGROUP_INET6_GETPEERNAME:
		case BPF_CGROUP_INET6_GETSOCKNAME:
		case BPF_CGROUP_UDP4_RECVMSG:
		case BPF_CGROUP_UDP4_SENDMSG:
		case BPF_CGROUP_UDP6_RECVMSG:
		case BPF_CGROUP_UDP6_SENDMSG:
			return 0;
		default:
			return -EINVAL;
		}
	case BPF_PROG_TYPE_CGROUP_SKB:
		switch (expected_attach_type) {
		case BPF_CGROUP_INET_EGRESS:
		case BPF_CGROUP_INET_INGRESS:
			return 0;
		default:
			return -EINVAL;
		}
	case BPF_PROG_TYPE_CGROUP_SOCKOPT:
		switch (expected_attach_type) {
		case BPF_CGROUP_GETSOCKOPT:
		case BPF_CGROUP_SETSOCKOPT:
			return 0;
		default:
			return -EINVAL;
		}
	case BPF_PROG_TYPE_SK_LOOKUP:
		if (expected_attach_type == BPF_SK_LOOKUP)
			return 0;
		return -EINVAL;
	case BPF_PROG_TYPE_SK_REUSEPORT:
		switch (expected_attach_type) {
		case BPF_SK_REUSEPORT_SELECT_OR_MIGRATE:
		case BPF_SK_REUSEPORT_SELECT:
			return 0;
		default:
			return -EINVAL;
		}
	case BPF_PROG_TYPE_EXT:
	case BPF_PROG_TYPE_SYSCALL:
		if (expected_attach_type)
			return -EINVAL;
		fallthrough;
	default:
		return 0;
	}
}

static bool is_net_admin_prog_type(enum bpf_prog_type prog_type)
{
	switch (prog_type) {
	case BPF_PROG_TYPE_CGROUP_DEVICE:
	case BPF_PROG_TYPE_CGROUP_SOCK:
	case BPF_PROG_TYPE_CGROUP_SOCKOPT:
	case BPF_PROG_TYPE_CGROUP_SOCK_ADDR:
	case BPF_PROG_TYPE_CGROUP_SYSCTL:
	case BPF_PROG_TYPE_EXT:
	case BPF_PROG_TYPE_FLOW_DISSECTOR:
	case BPF_PROG_TYPE_LIRC_MODE2:
	case BPF_PROG_TYPE_LWT_IN:
	case BPF_PROG_TYPE_LWT_OUT:
	case BPF_PROG_TYPE_LWT_SEG6LOCAL:
	case BPF_PROG_TYPE_LWT_XMIT:
	case BPF_PROG_TYPE_SCHED_ACT:
	case BPF_PROG_TYPE_SCHED_CLS:
	case BPF_PROG_TYPE_SK_MSG:
	case BPF_PROG_TYPE_SK_SKB:
	case BPF_PROG_TYPE_SOCK_OPS:
	case BPF_PROG_TYPE_XDP:
		return true;

	case BPF_PROG_TYPE_CGROUP_SKB:
	case BPF_PROG_TYPE_SK_REUSEPORT:

	default:
		return false;
	}
}

static bool is_perfmon_prog_type(enum bpf_prog_type prog_type)
{
	switch (prog_type) {
	case BPF_PROG_TYPE_EXT:
	case BPF_PROG_TYPE_KPROBE:
	case BPF_PROG_TYPE_LSM:
	case BPF_PROG_TYPE_PERF_EVENT:
	case BPF_PROG_TYPE_RAW_TRACEPOINT:
	case BPF_PROG_TYPE_RAW_TRACEPOINT_WRITABLE:
	case BPF_PROG_TYPE_STRUCT_OPS:
	case BPF_PROG_TYPE_TRACEPOINT:
	case BPF_PROG_TYPE_TRACING:
		return true;
	default:
		return false;
	}
}


#define BPF_PROG_LOAD_LAST_FIELD core_relo_rec_size

static int bpf_prog_load(union bpf_attr *attr, bpfptr_t uattr)
{
	enum bpf_prog_type kind = attr->prog_type;
	struct bpf_prog *program, *target = NULL;
	struct btf *target_btf = NULL;
	char terms[128];
	bool gpl;
	int status;

	if (CHECK_ATTR(BPF_PROG_LOAD))
		return -EINVAL;

	if (attr->prog_flags & ~(BPF_F_STRICT_ALIGNMENT |
				 BPF_F_ANY_ALIGNMENT |
				 BPF_F_TEST_RND_HI32 |
				 BPF_F_TEST_STATE_FREQ |
				 BPF_F_SLEEPABLE |
				 BPF_F_XDP_HAS_FRAGS))
		return -EINVAL;

	if (!IS_ENABLED(CONFIG_HAVE_EFFICIENT_UNALIGNED_ACCESS) &&
	    (attr->prog_flags & BPF_F_ANY_ALIGNMENT) &&
	    !bpf_capable())
		return -EPERM;

	/* the licence stands in the caller's memory */
	if (strncpy_from_bpfptr(terms,
				make_bpfptr(attr->license, uattr.is_kernel),
				sizeof(terms) - 1) < 0)
		return -EFAULT;
	terms[sizeof(terms) - 1] = 0;

	/* what helpers it may call follows from the licence */
	gpl = license_is_gpl_compatible(terms);

	if (attr->insn_cnt == 0 ||
	    attr->insn_cnt > (bpf_capable() ? BPF_COMPLEXITY_LIMIT_INSNS : BPF_MAXINSNS))
		return -E2BIG;
	if (kind != BPF_PROG_TYPE_SOCKET_FILTER &&
	    kind != BPF_PROG_TYPE_CGROUP_SKB &&
	    !bpf_capable())
		return -EPERM;

	if (is_net_admin_prog_type(kind) && !capable(CAP_NET_ADMIN) && !capable(CAP_SYS_ADMIN))
		return -EPERM;
	if (is_perfmon_prog_type(kind) && !perfmon_capable())
		return -EPERM;

	/*
	 * one number for either of two: a program's, or type information's
	 */
	if (attr->attach_prog_fd) {
		target = bpf_prog_get(attr->attach_prog_fd);
		if (IS_ERR(target)) {
			target = NULL;
			target_btf = btf_get_by_fd(attr->attach_btf_obj_fd);
			if (IS_ERR(target_btf))
				return -EINVAL;
			if (!btf_is_kernel(target_btf)) {

				/* a program's own is not taken this way */

				btf_put(target_btf);
				return -ENOTSUPP;
			}
		}
	} else if (attr->attach_btf_id) {
		/* an id alone means the kernel's own */
		target_btf = bpf_get_btf_vmlinux();
		if (IS_ERR(target_btf))
			return PTR_ERR(target_btf);
		if (!target_btf)
			return -EINVAL;
		btf_get(target_btf);
	}

	bpf_prog_load_fixup_attach_type(attr);
	if (bpf_prog_load_check_attach(kind, attr->expected_attach_type,
				       target_btf, attr->attach_btf_id,
				       target)) {
		if (target)
			bpf_prog_put(target);
		if (target_btf)
			btf_put(target_btf);
		return -EINVAL;
	}

	/* room for the program itself */
	program = bpf_prog_alloc(bpf_prog_size(attr->insn_cnt), GFP_USER);
	if (!program) {
		if (target)
			bpf_prog_put(target);
		if (target_btf)
			btf_put(target_btf);
		return -ENOMEM;
	}

	program->expected_attach_type = attr->expected_attach_type;
	program->aux->attach_btf = target_btf;
	program->aux->attach_btf_id = attr->attach_btf_id;
	program->aux->dst_prog = target;
	program->aux->offload_requested = !!attr->prog_ifindex;
	program->aux->sleepable = attr->prog_flags & BPF_F_SLEEPABLE;
	program->aux->xdp_has_frags = attr->prog_flags & BPF_F_XDP_HAS_FRAGS;

	status = security_bpf_prog_alloc(program->aux);
	if (status)
		goto free_prog;

	program->aux->user = get_current_user();
	program->len = attr->insn_cnt;

	status = -EFAULT;
	if (copy_from_bpfptr(program->insns,
			     make_bpfptr(attr->insns, uattr.is_kernel),
			     bpf_prog_insn_size(program)) != 0)
		goto free_prog_sec;

	program->orig_prog = NULL;
	program->jited = 0;

	atomic64_set(&program->aux->refcnt, 1);
	program->gpl_compatible = gpl ? 1 : 0;

	if (bpf_prog_is_dev_bound(program->aux)) {
		status = bpf_prog_offload_init(program, attr);
		if (status)
			goto free_prog_sec;
	}

	/* which operations belong to this type */
	status = find_prog_type(kind, program);
	if (status < 0)
		goto free_prog_sec;

	program->aux->load_time = ktime_get_boottime_ns();
	status = bpf_obj_name_cpy(program->aux->name, attr->prog_name,
				  sizeof(attr->prog_name));
	if (status < 0)
		goto free_prog_sec;

	/* the verifier */
	status = bpf_check(&program, attr, uattr);
	if (status < 0)
		goto free_used_maps;

	program = bpf_prog_select_runtime(program, &status);
	if (status < 0)
		goto free_used_maps;

	status = bpf_prog_alloc_id(program);
	if (status)
		goto free_used_maps;

	/*
	 * It has an id now, and whoever finds it by that id may hold it.
	 * So what is told to others is told before the descriptor is made,
	 * and a failure from here on only drops a reference.
	 *
	 *
	 *
	 *
	 *
	 *
	 *
	 *
	 *
	 */
	bpf_prog_kallsyms_add(program);
	perf_event_bpf_event(program, PERF_BPF_EVENT_PROG_LOAD, 0);
	bpf_audit_prog(program, BPF_AUDIT_LOAD);

	status = bpf_prog_new_fd(program);
	if (status < 0)
		bpf_prog_put(program);
	return status;

free_used_maps:
	/*
	 * its symbols may be in use already, so it goes after a grace period
	 *
	 */
	__bpf_prog_put_noref(program, program->aux->func_cnt);
	return status;
free_prog_sec:
	free_uid(program->aux->user);
	security_bpf_prog_free(program->aux);
free_prog:
	if (program->aux->attach_btf)
		btf_put(program->aux->attach_btf);
	bpf_prog_free(program);
	return status;
}

#line 5040 "kernel/bpf/syscall.c"
static int __sys_bpf(int cmd, bpfptr_t uattr, unsigned int size)
{
	union bpf_attr attr;
	bool may;
	int status;

	may = bpf_capable() || !sysctl_unprivileged_bpf_disabled;

	/*
	 * Only the two commands that make an object are closed here to those
	 * who may not; the others need an object, and check for themselves.
	 *
	 *
	 *
	 *
	 */
	if (!may &&
	    (cmd == BPF_MAP_CREATE || cmd == BPF_PROG_LOAD))
		return -EPERM;

	status = bpf_check_uarg_tail_zero(uattr, sizeof(attr), size);
	if (status)
		return status;
	size = min_t(u32, size, sizeof(attr));

	/* no more than this kernel knows */
	memset(&attr, 0, sizeof(attr));
	if (copy_from_bpfptr(&attr, uattr, size) != 0)
		return -EFAULT;

	status = security_bpf(cmd, &attr, size);
	if (status < 0)
		return status;

	switch (cmd) {
	case BPF_MAP_CREATE:
		status = map_create(&attr);
		break;
	case BPF_MAP_LOOKUP_ELEM:
		status = map_lookup_elem(&attr);
		break;
	case BPF_MAP_UPDATE_ELEM:
		status = map_update_elem(&attr, uattr);
		break;
	case BPF_MAP_DELETE_ELEM:
		status = map_delete_elem(&attr, uattr);
		break;
	case BPF_MAP_GET_NEXT_KEY:
		status = map_get_next_key(&attr);
		break;
	case BPF_MAP_FREEZE:
		status = map_freeze(&attr);
		break;
	case BPF_PROG_LOAD:
		status = bpf_prog_load(&attr, uattr);
		break;
	/* the other commands are left out */



























































































	default:
		status = -EINVAL;
		break;
	}

	return status;
}

SYSCALL_DEFINE3(bpf, int, cmd, union bpf_attr __user *, uattr, unsigned int, size)
{
	return __sys_bpf(cmd, USER_BPFPTR(uattr), size);
}
