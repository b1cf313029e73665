/*
 * A reconstruction, not the kernel's source: written afresh from facts about
 * what Linux 6.1.192 checks when a module is loaded, in which order, on which
 * line, and what it then prints. Line directives give each piece the lines it
 * has there. Names of locals and all wording but the printed messages are this
 * file's own, and whatever no walk needs is left out.
 */

#include <linux/string.h>
#include <linux/elf.h>
#include <linux/module.h>

#line 1644 "kernel/module/main.c"
static int validate_section_offset(struct load_info *info, Elf_Shdr *section)
{

	unsigned long long end;




	/*
	 * neither the sum may overflow
	 * nor the end lie behind the file
	 */
	end = section->sh_offset + section->sh_size;
	if (end < section->sh_offset || end > info->len)
		return -ENOEXEC;

	return 0;
}

#line 1669 "kernel/module/main.c"
static int elf_validity_check(struct load_info *info)
{
	Elf_Shdr *section, *names;
	unsigned int number;
	int status;

	if (info->len < sizeof(*(info->hdr))) {
		pr_err("Invalid ELF header len %lu\n", info->len);
		goto no_exec;
	}

	if (memcmp(info->hdr->e_ident, ELFMAG, SELFMAG) != 0) {
		pr_err("Invalid ELF header magic: != %s\n", ELFMAG);
		goto no_exec;
	}
	if (info->hdr->e_type != ET_REL) {
		pr_err("Invalid ELF header type: %u != %u\n",
		       info->hdr->e_type, ET_REL);
		goto no_exec;
	}
	if (!elf_check_arch(info->hdr)) {
		pr_err("Invalid architecture in ELF header: %u\n",
		       info->hdr->e_machine);
		goto no_exec;
	}
	if (info->hdr->e_shentsize != sizeof(Elf_Shdr)) {
		pr_err("Invalid ELF section header size\n");
		goto no_exec;
	}


	/*
	 * the table of sections must lie within the file
	 */

	if (info->hdr->e_shoff >= info->len ||
	    (info->hdr->e_shnum * sizeof(Elf_Shdr) >
	     info->len - info->hdr->e_shoff)) {
		pr_err("Invalid ELF section header overflow\n");
		goto no_exec;
	}

	info->sechdrs = (void *)info->hdr + info->hdr->e_shoff;

	/*
	 * and hold the section that has the names
	 */
	if (info->hdr->e_shstrndx == SHN_UNDEF ||
	    info->hdr->e_shstrndx >= info->hdr->e_shnum) {
		pr_err("Invalid ELF section name index: %d || e_shstrndx (%d) >= e_shnum (%d)\n",
		       info->hdr->e_shstrndx, info->hdr->e_shstrndx,
		       info->hdr->e_shnum);
		goto no_exec;
	}

	names = &info->sechdrs[info->hdr->e_shstrndx];
	status = validate_section_offset(info, names);
	if (status < 0) {
		pr_err("Invalid ELF section hdr(type %u)\n", names->sh_type);
		return status;
	}

	/*
	 * which must not be empty,
	 * and whose last name must end,
	 * since names are compared below
	 */
	info->secstrings = (void *)info->hdr + names->sh_offset;
	if (names->sh_size == 0) {
		pr_err("empty section name table\n");
		goto no_exec;
	}
	if (info->secstrings[names->sh_size - 1] != '\0') {
		pr_err("ELF Spec violation: section name table isn't null terminated\n");
		goto no_exec;
	}


	/*
	 * section 0 is the empty one
	 */
	if (info->sechdrs[0].sh_type != SHT_NULL ||
	    info->sechdrs[0].sh_size != 0 ||
	    info->sechdrs[0].sh_addr != 0) {
		pr_err("ELF Spec violation: section 0 type(%d)!=SH_NULL or non-zero len or addr\n",
		       info->sechdrs[0].sh_type);
		goto no_exec;
	}

	for (number = 1; number < info->hdr->e_shnum; number++) {
		section = &info->sechdrs[number];
		switch (section->sh_type) {
		case SHT_NULL:
		case SHT_NOBITS:
			continue;
		case SHT_SYMTAB:
			if (section->sh_link == SHN_UNDEF ||
			    section->sh_link >= info->hdr->e_shnum) {
				pr_err("Invalid ELF sh_link!=SHN_UNDEF(%d) or (sh_link(%d) >= hdr->e_shnum(%d)\n",
				       section->sh_link, section->sh_link,
				       info->hdr->e_shnum);
				goto no_exec;
			}
			fallthrough;
		default:
			status = validate_section_offset(info, section);
			if (status < 0) {
				pr_err("Invalid ELF section in module (section %u type %u)\n",
				       number, section->sh_type);
				return status;
			}

			if (section->sh_flags & SHF_ALLOC) {
				if (section->sh_name >= names->sh_size) {
					pr_err("Invalid ELF section name in module (section %u type %u)\n",
					       number, section->sh_type);
					return -ENOEXEC;
				}
			}
			break;
		}
	}

	return 0;

no_exec:
	return -ENOEXEC;
}

#line 1843 "kernel/module/main.c"
static int copy_module_from_user(const void __user *umod, unsigned long len,
				 struct load_info *info)
{
	int status;

	info->len = len;
	if (info->len < sizeof(*(info->hdr)))
		return -ENOEXEC;

	status = security_kernel_load_data(LOADING_MODULE, true);
	if (status)
		return status;

	/* all of it at once */
	info->hdr = __vmalloc(info->len, GFP_KERNEL | __GFP_NOWARN);
	if (!info->hdr)
		return -ENOMEM;

	if (copy_chunked_from_user(info->hdr, umod, info->len) != 0) {
		status = -EFAULT;
		goto out;
	}

	status = security_kernel_post_load_data((char *)info->hdr, info->len,
						LOADING_MODULE, "init_module");
out:
	if (status)
		vfree(info->hdr);

	return status;
}

#line 2568 "kernel/module/main.c"
static int may_init_module(void)
{
	if (!capable(CAP_SYS_MODULE) || modules_disabled)
		return -EPERM;

	return 0;
}

#line 2709 "kernel/module/main.c"
static int load_module(struct load_info *info, const char __user *uargs,
		       int flags)
{
	struct module *loaded;
	long status = 0;


	/*
	 * The signature, if there is one, is looked at before anything else: that
	 * takes no more than the length, which becomes shorter by it.
	 *
	 *
	 *
	 *
	 *
	 *
	 *
	 */

	status = module_sig_check(info, flags);
	if (status)
		goto free_copy;

	/*
	 * then header and sections
	 */

	status = elf_validity_check(info);
	if (status)
		goto free_copy;

	/*
	 * from here on sections can be found by name
	 */

	status = setup_load_info(info, flags);
	if (status)
		goto free_copy;

	/*
	 * the module's name among them
	 */

	if (blacklisted(info->name)) {
		status = -EPERM;
		pr_err("Module %s is blacklisted\n", info->name);
		goto free_copy;
	}

	status = rewrite_section_headers(info, flags);
	if (status)
		goto free_copy;

	/* of this kernel's making */
	if (!check_modstruct_version(info, info->mod)) {
		status = -ENOEXEC;
		goto free_copy;
	}

	/* room for it */
	loaded = layout_and_allocate(info, flags);
	if (IS_ERR(loaded)) {
		status = PTR_ERR(loaded);
		goto free_copy;
	}

	/* lines 2775 to 2887 are left out: a made-up name stands for them */
	return the_rest_of_load_module(loaded, info, uargs, flags);

free_copy:
	free_copy(info, flags);
	return status;
}

#line 2934 "kernel/module/main.c"
SYSCALL_DEFINE3(init_module, void __user *, umod,
		unsigned long, len, const char __user *, uargs)
{
	struct load_info info = { };
	int status;

	status = may_init_module();
	if (status)
		return status;

	pr_debug("init_module: umod=%p, len=%lu, uargs=%p\n",
		 umod, len, uargs);

	status = copy_module_from_user(umod, len, &info);
	if (status)
		return status;

	return load_module(&info, uargs, 0);
}

SYSCALL_DEFINE3(finit_module, int, fd, const char __user *, uargs, int, flags)
{
	struct load_info info = { };
	void *content = NULL;
	int status;
	int size;

	status = may_init_module();
	if (status)
		return status;

	pr_debug("finit_module: fd=%d, uargs=%p, flags=%i\n", fd, uargs, flags);

	if (flags & ~(MODULE_INIT_IGNORE_MODVERSIONS |
		      MODULE_INIT_IGNORE_VERMAGIC |
		      MODULE_INIT_COMPRESSED_FILE))
		return -EINVAL;

	size = kernel_read_file_from_fd(fd, 0, &content, INT_MAX, NULL,
					READING_MODULE);
	if (size < 0)
		return size;

	if (flags & MODULE_INIT_COMPRESSED_FILE) {
		status = module_decompress(&info, content, size);
		vfree(content);
		if (status)
			return status;
	} else {
		info.hdr = content;
		info.len = size;
	}

	return load_module(&info, uargs, flags);
}
