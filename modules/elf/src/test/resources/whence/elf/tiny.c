/* A program for tests of debug information: an inlined call, a static function, a structure and an enumeration. */
struct parcel {
    char kind;
    long weight;
    union {
        int height;
        unsigned width : 5;
    };
};
enum stamp { STAMP_NONE, STAMP_PAID = 7, STAMP_LOST = -3 };
volatile int sink;
volatile long total;

static inline __attribute__((always_inline)) int doubled(int value) {
    sink = value;
    return value * 2;
}

static __attribute__((noinline)) int weigh(struct parcel *parcel) {
    total += parcel->weight;
    return doubled(parcel->kind) + parcel->height;
}

int post(struct parcel *parcel, enum stamp stamp) {
    if (stamp == STAMP_PAID)
        return weigh(parcel);
    return doubled(3);
}

void _start(void) {
    struct parcel parcel = {1, 2, {3}};
    post(&parcel, STAMP_PAID);
    for (;;)
        ;
}
