/*
 * A reconstruction, not the kernel's header: the constants of the ELF format
 * that a walk needs, written afresh. Lines are this file's own.
 */

#define ELFMAG	"\177ELF"
#define SELFMAG	4

#define ET_REL	1
#define ET_EXEC	2
#define ET_DYN	3

#define SHN_UNDEF	0
#define SHT_NULL	0
#define SHT_SYMTAB	2
#define SHT_NOBITS	8
#define SHF_ALLOC	0x2
