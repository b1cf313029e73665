/*
 * A reconstruction, not the kernel's header: what these functions take and
 * give, written afresh. Lines are this file's own.
 */

int memcmp(const void *one, const void *other, size_t count);
void *memchr_inv(const void *start, int value, size_t count);
