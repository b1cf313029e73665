/*
 * A reconstruction, not the kernel's source: written afresh from facts about
 * how Linux 6.1.192 compiles fs/binfmt_elf.c a second time, for 32-bit programs
 * on a 64-bit kernel, on the lines it has there.
 */

#line 25 "fs/compat_binfmt_elf.c"
#undef ELF_CLASS
#define ELF_CLASS ELFCLASS32

#undef elfhdr
#undef elf_phdr

#line 34 "fs/compat_binfmt_elf.c"
#define elfhdr elf32_hdr
#define elf_phdr elf32_phdr

#line 65 "fs/compat_binfmt_elf.c"
#undef elf_check_arch
#define elf_check_arch compat_elf_check_arch

#line 135 "fs/compat_binfmt_elf.c"
#define elf_format compat_elf_format
#define init_elf_binfmt init_compat_elf_binfmt
#define exit_elf_binfmt exit_compat_elf_binfmt

#line 144 "fs/compat_binfmt_elf.c"
#include "binfmt_elf.c"
