package whence.logs.output;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.evidence.Errno;

/// Finds the errno that a program's line speaks of: by its sentence, its name, or its negative number.
final class ErrnoText {
    private static final String SENTENCES = """
            EPERM Operation not permitted
            ENOENT No such file or directory
            ESRCH No such process
            EINTR Interrupted system call
            EIO Input/output error
            ENXIO No such device or address
            E2BIG Argument list too long
            ENOEXEC Exec format error
            EBADF Bad file descriptor
            EAGAIN Resource temporarily unavailable
            ENOMEM Cannot allocate memory
            EACCES Permission denied
            EFAULT Bad address
            ENOTBLK Block device required
            EBUSY Device or resource busy
            EEXIST File exists
            EXDEV Invalid cross-device link
            ENODEV No such device
            ENOTDIR Not a directory
            EISDIR Is a directory
            EINVAL Invalid argument
            ENFILE Too many open files in system
            EMFILE Too many open files
            ENOTTY Inappropriate ioctl for device
            EFBIG File too large
            ENOSPC No space left on device
            EROFS Read-only file system
            EPIPE Broken pipe
            ERANGE Numerical result out of range
            ENAMETOOLONG File name too long
            ENOSYS Function not implemented
            ELOOP Too many levels of symbolic links
            ENODATA No data available
            ETIME Timer expired
            EPROTO Protocol error
            EBADMSG Bad message
            EOVERFLOW Value too large for defined data type
            EILSEQ Invalid or incomplete multibyte or wide character
            EMSGSIZE Message too long
            ENOPROTOOPT Protocol not available
            EPROTONOSUPPORT Protocol not supported
            EOPNOTSUPP Operation not supported
            EADDRINUSE Address already in use
            EADDRNOTAVAIL Cannot assign requested address
            ETIMEDOUT Connection timed out
            ECONNREFUSED Connection refused
            ESTALE Stale file handle
            EDQUOT Disk quota exceeded
            ENOKEY Required key not available
            EKEYEXPIRED Key has expired
            EKEYREJECTED Key was rejected by service
            """;

    private static final Set<String> NAMES = new LinkedHashSet<>();
    private static final Map<String, String> BY_SENTENCE = new LinkedHashMap<>();
    private static final Pattern NAME = Pattern.compile("\\b(E[A-Z0-9]{2,14})\\b");
    private static final Pattern NUMBER = Pattern.compile(
            "(?i)(?:\\(|\\berr(?:or|no)?\\b[^0-9-]{0,8}|\\bfailed[^0-9-]{0,24}|: |ret(?:urned)?[ =])-(\\d{1,3})\\b");
    private static final int LARGEST_GENERIC = 133;
    /// From here on they never leave the kernel.
    private static final int KERNEL = 512;

    static {
        SENTENCES.lines().map(l -> l.split(" ", 2)).forEach(word -> {
            NAMES.add(word[0]);
            BY_SENTENCE.put(word[1], word[0]);
        });
    }

    private ErrnoText() {}

    /// The positive errno, 0 where the line speaks of none. What stands last counts.
    ///
    /// @param errors of the machine: a sentence or name is one of them
    static int in(String line, Errno errors) {
        int best = -1;
        @Nullable String name = null;
        for (Map.Entry<String, String> sentence : BY_SENTENCE.entrySet()) {
            int at = line.lastIndexOf(sentence.getKey());
            if (at > best) {
                best = at;
                name = sentence.getValue();
            }
        }
        return name != null ? errors.number(name) : named(line, errors);
    }

    private static int named(String line, Errno errors) {
        Matcher name = NAME.matcher(line);
        int errno = 0;
        while (name.find()) {
            errno = NAMES.contains(name.group(1)) ? errors.number(name.group(1)) : errno;
        }
        if (errno != 0) {
            return errno;
        }
        Matcher number = NUMBER.matcher(line);
        while (number.find()) {
            int value = Integer.parseInt(number.group(1));
            errno = value > 0 && seen(value, errors) ? value : errno;
        }
        return errno;
    }

    private static boolean seen(int number, Errno errors) {
        return number <= LARGEST_GENERIC || (number < KERNEL && errors.name(number) != null);
    }
}
