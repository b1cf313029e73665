/*
 * A reconstruction, not the kernel's header: which machines' programs each of
 * the two copies takes on a 64-bit x86 kernel 6.1.192, written afresh. Lines
 * are this file's own but where stated.
 */

#line 90 "arch/x86/include/asm/elf.h"
#define elf_check_arch_ia32(header) \
	((header)->e_machine == EM_386 || (header)->e_machine == EM_486)

#line 151 "arch/x86/include/asm/elf.h"
#define elf_check_arch(header) \
	((header)->e_machine == EM_X86_64)

#line 154 "arch/x86/include/asm/elf.h"
#define compat_elf_check_arch(header) \
	(elf_check_arch_ia32(header) || \
	 (IS_ENABLED(CONFIG_X86_X32_ABI) && x32_enabled && \
	  (header)->e_machine == EM_X86_64))
