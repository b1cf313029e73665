package whence.branches.value;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/// Numbers of the error names, for sources that come without their headers: the generic ones (asm-generic/errno.h,
/// the numbers of x86 and arm) and those only the kernel sees (linux/errno.h).
public final class Errnos {
    private static final String NAMES = """
            EPERM ENOENT ESRCH EINTR EIO ENXIO E2BIG ENOEXEC EBADF ECHILD EAGAIN ENOMEM EACCES EFAULT ENOTBLK EBUSY EEXIST
            EXDEV ENODEV ENOTDIR EISDIR EINVAL ENFILE EMFILE ENOTTY ETXTBSY EFBIG ENOSPC ESPIPE EROFS EMLINK EPIPE EDOM
            ERANGE EDEADLK ENAMETOOLONG ENOLCK ENOSYS ENOTEMPTY ELOOP - ENOMSG EIDRM ECHRNG EL2NSYNC EL3HLT EL3RST ELNRNG
            EUNATCH ENOCSI EL2HLT EBADE EBADR EXFULL ENOANO EBADRQC EBADSLT - EBFONT ENOSTR ENODATA ETIME ENOSR ENONET
            ENOPKG EREMOTE ENOLINK EADV ESRMNT ECOMM EPROTO EMULTIHOP EDOTDOT EBADMSG EOVERFLOW ENOTUNIQ EBADFD EREMCHG
            ELIBACC ELIBBAD ELIBSCN ELIBMAX ELIBEXEC EILSEQ ERESTART ESTRPIPE EUSERS ENOTSOCK EDESTADDRREQ EMSGSIZE
            EPROTOTYPE ENOPROTOOPT EPROTONOSUPPORT ESOCKTNOSUPPORT EOPNOTSUPP EPFNOSUPPORT EAFNOSUPPORT EADDRINUSE
            EADDRNOTAVAIL ENETDOWN ENETUNREACH ENETRESET ECONNABORTED ECONNRESET ENOBUFS EISCONN ENOTCONN ESHUTDOWN
            ETOOMANYREFS ETIMEDOUT ECONNREFUSED EHOSTDOWN EHOSTUNREACH EALREADY EINPROGRESS ESTALE EUCLEAN ENOTNAM ENAVAIL
            EISNAM EREMOTEIO EDQUOT ENOMEDIUM EMEDIUMTYPE ECANCELED ENOKEY EKEYEXPIRED EKEYREVOKED EKEYREJECTED EOWNERDEAD
            ENOTRECOVERABLE ERFKILL EHWPOISON
            """;
    private static final String KERNEL = """
            512 ERESTARTSYS 513 ERESTARTNOINTR 514 ERESTARTNOHAND 515 ENOIOCTLCMD 516 ERESTART_RESTARTBLOCK
            517 EPROBE_DEFER 518 EOPENSTALE 519 ENOPARAM 521 EBADHANDLE 522 ENOTSYNC 523 EBADCOOKIE 524 ENOTSUPP
            525 ETOOSMALL 526 ESERVERFAULT 527 EBADTYPE 528 EJUKEBOX 529 EIOCBQUEUED 530 ERECALLCONFLICT 531 ENOGRACE
            """;
    private static final Map<String, Integer> NUMBERS = numbers();
    private static final Map<Integer, String> NAMED = named();

    private Errnos() {}

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        String[] names = NAMES.strip().split("\\s+");
        for (int i = 0; i < names.length; i++) {
            numbers.put(names[i], i + 1);
        }
        String[] kernel = KERNEL.strip().split("\\s+");
        for (int i = 0; i < kernel.length; i += 2) {
            numbers.put(kernel[i + 1], Integer.parseInt(kernel[i]));
        }
        numbers.put("EWOULDBLOCK", 11);
        numbers.put("EDEADLOCK", 35);
        numbers.put("EFSCORRUPTED", 117);
        numbers.put("EFSBADCRC", 74);
        return Map.copyOf(numbers);
    }

    /// Name of a positive number; empty where it has none. Of the names that share a number, the older one.
    public static String name(int number) {
        return NAMED.getOrDefault(number, "");
    }

    private static Map<Integer, String> named() {
        Map<Integer, String> named = new HashMap<>();
        NUMBERS.forEach((name, number) -> named.merge(number, name, (a, b) -> younger(a) ? b : a));
        return Map.copyOf(named);
    }

    private static boolean younger(String name) {
        return name.equals("EWOULDBLOCK")
                || name.equals("EDEADLOCK")
                || name.equals("EFSCORRUPTED")
                || name.equals("EFSBADCRC");
    }

    /// Number of a name such as `EINVAL`, positive; empty for any other word.
    public static OptionalInt number(String name) {
        Integer number = NUMBERS.get(name);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
