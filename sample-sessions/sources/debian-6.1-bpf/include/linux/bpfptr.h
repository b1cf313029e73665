/*
 * A reconstruction, not the kernel's header: how Linux 6.1 copies from a
 * pointer that is a user's or the kernel's own, written afresh, on the lines it
 * has there.
 */

#line 57 "include/linux/bpfptr.h"
static inline int copy_from_bpfptr(void *to, bpfptr_t from, size_t count)
{
	return copy_from_bpfptr_offset(to, from, 0, count);
}

#line 81 "include/linux/bpfptr.h"
static inline long strncpy_from_bpfptr(char *to, bpfptr_t from, size_t count)
{
	if (bpfptr_is_kernel(from))
		return strncpy_from_kernel_nofault(to, from.kernel, count);
	return strncpy_from_user(to, from.user, count);
}
