/*
 * A reconstruction, not the kernel's header: two helpers of Linux 6.1, written
 * afresh, on the lines they have there.
 */

#include <uapi/linux/capability.h>

#line 257 "include/linux/capability.h"
static inline bool perfmon_capable(void)
{
	return capable(CAP_PERFMON) || capable(CAP_SYS_ADMIN);
}

static inline bool bpf_capable(void)
{
	return capable(CAP_BPF) || capable(CAP_SYS_ADMIN);
}
