/* The sections of a kernel module, without the kernel: for tests of what modinfo reads. */
#define INFO(name, text) static const char name[] __attribute__((used, section(".modinfo"))) = text;
INFO(a, "license=GPL")
INFO(b, "description=A module for tests, of no use")
INFO(c, "parm=depth:how deep it goes (int)")
INFO(d, "parm=wide:whether it is wide (bool)")
INFO(e, "depends=irqbypass,kvm")
INFO(f, "vermagic=6.1.0-56-amd64 SMP preempt mod_unload modversions ")
static int __attribute__((noinline, used)) show(int value) { return value + 1; }
int init_module(void) { return show(41); }
