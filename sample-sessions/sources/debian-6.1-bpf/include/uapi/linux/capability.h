/*
 * A reconstruction, not the kernel's header: the numbers of the capabilities
 * that a walk needs. Lines are this file's own.
 */

#define CAP_NET_ADMIN 12
#define CAP_SYS_ADMIN 21
#define CAP_PERFMON 38
#define CAP_BPF 39
