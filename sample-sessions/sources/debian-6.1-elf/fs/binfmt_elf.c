/*
 * A reconstruction, not the kernel's source: written afresh from facts about
 * how Linux 6.1.192 takes an ELF program, on the lines it has there. Only the
 * checks at its beginning are here; one made-up call stands for the rest of
 * the function. Names of locals and all wording are this file's own.
 */

#include <asm/elf.h>

#line 100 "fs/binfmt_elf.c"
static struct linux_binfmt elf_format = {
	.module = THIS_MODULE,
	.load_binary = load_elf_binary,
};

#line 850 "fs/binfmt_elf.c"
static int load_elf_binary(struct linux_binprm *bprm)
{
	struct elfhdr *header = (struct elfhdr *)bprm->buf;
	struct elf_phdr *segments;
	int status;


















	status = -ENOEXEC;

	if (memcmp(header->e_ident, ELFMAG, SELFMAG) != 0)
		goto out;

	if (header->e_type != ET_EXEC && header->e_type != ET_DYN)
		goto out;
	if (!elf_check_arch(header))
		goto out;
	if (elf_check_fdpic(header))
		goto out;
	if (!bprm->file->f_op->mmap)
		goto out;

	segments = load_elf_phdrs(header, bprm->file);
	if (!segments)
		goto out;

	/* lines 891 onwards are left out: a made-up name stands for them */
	status = the_rest_of_load_elf_binary(bprm, header, segments);
out:
	return status;
}
