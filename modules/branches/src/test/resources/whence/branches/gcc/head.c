/* What the functions in constructs.c use: in the manner of the kernel's headers, written for these tests. */
#define offset_of(type, member) __builtin_offsetof(type, member)
#define container(p, type, member) ((type *)((char *)(p) - offset_of(type, member)))
#define each_entry(pos, head, member) \
	for (pos = container((head)->next, struct entry, member); &pos->member != (head); \
	     pos = container(pos->member.next, struct entry, member))
#define each_number(i, most) for ((i) = 0; (i) < (most); (i)++)
#define FAIL_IF(condition, error) do { if (condition) return error; } while (0)
#define CHECKED(condition) if (!(condition)) touch(0);
#define ANNOTATED(x)
#define RUN(x) ({ int err = work(x); err; })
#define TAIL(KIND) ((int)(sizeof(union body) - offset_of(union body, KIND##_last)))
#define ALIGNED(x) (((x) + 3) & ~3)
#define scoped_cond_guard(name, fail, args...) \
	for (int once = 1, got = name##_try(args); once; once = 0) \
		if (!got) { fail; } else
#define guard(name) int guarded __attribute__((cleanup(name##_end), unused)) = name##_begin
#define released __attribute__((cleanup(lock_end)))
#define fallthrough __attribute__((fallthrough))
#define maybe_odd(x) (odd_machine && (x) > 2)
struct link { struct link *next; };
struct entry { int value; struct link link; };
struct request { unsigned int flags; int count; unsigned char kind; unsigned long size; };
union body { struct { int first; int small_last; }; struct { long whole; int large_last; }; };
enum kind { PLAIN, ODD = 4, LAST };
extern struct link things;
extern int state, odd_machine;
int work(int x);
int allowed(int x);
void touch(int x);
void change(struct request *r);
void set(int *p, int v);
void keep(int *p);
void poke(void);
void bump(void);
struct request *find(int x);
int lock_try(struct request *r);
int lock_begin(int x);
void lock_end(int *x);
void say(const char *text, int x);
static inline int failed(const void *p) { return (unsigned long)p >= (unsigned long)-4095; }
static inline int failed_or_null(const void *p) { return !p || failed(p); }
static inline long error_of(const void *p) { return (long)p; }
static int pick(int x, int *error) { if (x > 2) { *error = -EIO; return 0; } *error = 0; return 1; }
static unsigned char narrowed(int x)
{
	return x;
}
static int first_of(struct request *r, int from)
{
	int i;

	for (i = from; i < 4; i++)
		if (r->flags & (1u << i))
			return i;
	return -ENODATA;
}
