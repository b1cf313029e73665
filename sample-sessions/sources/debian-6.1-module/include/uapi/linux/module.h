/*
 * A reconstruction, not the kernel's header: the flags of finit_module(),
 * written afresh. Lines are this file's own.
 */

#define MODULE_INIT_IGNORE_MODVERSIONS	1
#define MODULE_INIT_IGNORE_VERMAGIC	2
#define MODULE_INIT_COMPRESSED_FILE	4
