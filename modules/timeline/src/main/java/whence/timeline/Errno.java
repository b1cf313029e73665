package whence.timeline;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Names and numbers of Linux errors, as x86 and the generic ABI number them, with those that never leave the kernel
/// (512 and above), since traces of functions show them. From `include/uapi/asm-generic/errno*.h` and
/// `include/linux/errno.h`.
public final class Errno {
    private static final String TABLE = """
            EPERM=1 ENOENT=2 ESRCH=3 EINTR=4 EIO=5 ENXIO=6 E2BIG=7 ENOEXEC=8 EBADF=9 ECHILD=10 EAGAIN=11
            ENOMEM=12 EACCES=13 EFAULT=14 ENOTBLK=15 EBUSY=16 EEXIST=17 EXDEV=18 ENODEV=19 ENOTDIR=20
            EISDIR=21 EINVAL=22 ENFILE=23 EMFILE=24 ENOTTY=25 ETXTBSY=26 EFBIG=27 ENOSPC=28 ESPIPE=29
            EROFS=30 EMLINK=31 EPIPE=32 EDOM=33 ERANGE=34 EDEADLK=35 ENAMETOOLONG=36 ENOLCK=37 ENOSYS=38
            ENOTEMPTY=39 ELOOP=40 ENOMSG=42 EIDRM=43 ECHRNG=44 EL2NSYNC=45 EL3HLT=46 EL3RST=47 ELNRNG=48
            EUNATCH=49 ENOCSI=50 EL2HLT=51 EBADE=52 EBADR=53 EXFULL=54 ENOANO=55 EBADRQC=56 EBADSLT=57
            EBFONT=59 ENOSTR=60 ENODATA=61 ETIME=62 ENOSR=63 ENONET=64 ENOPKG=65 EREMOTE=66 ENOLINK=67
            EADV=68 ESRMNT=69 ECOMM=70 EPROTO=71 EMULTIHOP=72 EDOTDOT=73 EBADMSG=74 EOVERFLOW=75 ENOTUNIQ=76
            EBADFD=77 EREMCHG=78 ELIBACC=79 ELIBBAD=80 ELIBSCN=81 ELIBMAX=82 ELIBEXEC=83 EILSEQ=84
            ERESTART=85 ESTRPIPE=86 EUSERS=87 ENOTSOCK=88 EDESTADDRREQ=89 EMSGSIZE=90 EPROTOTYPE=91
            ENOPROTOOPT=92 EPROTONOSUPPORT=93 ESOCKTNOSUPPORT=94 EOPNOTSUPP=95 EPFNOSUPPORT=96
            EAFNOSUPPORT=97 EADDRINUSE=98 EADDRNOTAVAIL=99 ENETDOWN=100 ENETUNREACH=101 ENETRESET=102
            ECONNABORTED=103 ECONNRESET=104 ENOBUFS=105 EISCONN=106 ENOTCONN=107 ESHUTDOWN=108
            ETOOMANYREFS=109 ETIMEDOUT=110 ECONNREFUSED=111 EHOSTDOWN=112 EHOSTUNREACH=113 EALREADY=114
            EINPROGRESS=115 ESTALE=116 EUCLEAN=117 ENOTNAM=118 ENAVAIL=119 EISNAM=120 EREMOTEIO=121
            EDQUOT=122 ENOMEDIUM=123 EMEDIUMTYPE=124 ECANCELED=125 ENOKEY=126 EKEYEXPIRED=127
            EKEYREVOKED=128 EKEYREJECTED=129 EOWNERDEAD=130 ENOTRECOVERABLE=131 ERFKILL=132 EHWPOISON=133
            ERESTARTSYS=512             ERESTARTNOINTR=513 ERESTARTNOHAND=514 ENOIOCTLCMD=515 ERESTART_RESTARTBLOCK=516 EPROBE_DEFER=517
            EOPENSTALE=518 ENOPARAM=519 EBADHANDLE=521 ENOTSYNC=522 EBADCOOKIE=523 ENOTSUPP=524
            ETOOSMALL=525 ESERVERFAULT=526 EBADTYPE=527 EJUKEBOX=528 EIOCBQUEUED=529 ERECALLCONFLICT=530
            ENOGRACE=531
            """;
    private static final Map<String, Integer> NUMBERS = numbers();
    private static final Map<Integer, String> NAMES = names();

    private Errno() {}

    /// Number of a name, or -1.
    public static int number(String name) {
        return NUMBERS.getOrDefault(name, -1);
    }

    /// Name of a positive number, or null.
    public static @Nullable String name(int number) {
        return NAMES.get(number);
    }

    /// A result as a kernel developer writes it: `-EINVAL`, or the number where it is no errno.
    public static String result(long value) {
        String name = value < 0 && value >= -4095 ? name((int) -value) : null;
        return name == null ? String.valueOf(value) : "-" + name;
    }

    /// All names, in no order.
    public static Set<String> all() {
        return NUMBERS.keySet();
    }

    /// Errno that a kernel function's return value stands for: 22 for -22; 0 where it is no error.
    public static int ofReturn(long value) {
        return value < 0 && value >= -4095 ? (int) -value : 0;
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>(Map.of("EWOULDBLOCK", 11, "EDEADLOCK", 35, "ENOTSUP", 95));
        for (String entry : TABLE.strip().split("\\s+", -1)) {
            int equals = entry.indexOf('=');
            numbers.put(entry.substring(0, equals), Integer.parseInt(entry, equals + 1, entry.length(), 10));
        }
        return Map.copyOf(numbers);
    }

    private static Map<Integer, String> names() {
        Map<Integer, String> names = new HashMap<>();
        for (String entry : TABLE.strip().split("\\s+", -1)) {
            int equals = entry.indexOf('=');
            names.put(Integer.parseInt(entry, equals + 1, entry.length(), 10), entry.substring(0, equals));
        }
        return Map.copyOf(names);
    }
}
