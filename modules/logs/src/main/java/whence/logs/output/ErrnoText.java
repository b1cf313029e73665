package whence.logs.output;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the errno that a program's line speaks of: by its sentence, its name, or its negative number.
final class ErrnoText {
    private static final String SENTENCES = """
            1 EPERM Operation not permitted
            2 ENOENT No such file or directory
            3 ESRCH No such process
            4 EINTR Interrupted system call
            5 EIO Input/output error
            6 ENXIO No such device or address
            7 E2BIG Argument list too long
            8 ENOEXEC Exec format error
            9 EBADF Bad file descriptor
            11 EAGAIN Resource temporarily unavailable
            12 ENOMEM Cannot allocate memory
            13 EACCES Permission denied
            14 EFAULT Bad address
            15 ENOTBLK Block device required
            16 EBUSY Device or resource busy
            17 EEXIST File exists
            18 EXDEV Invalid cross-device link
            19 ENODEV No such device
            20 ENOTDIR Not a directory
            21 EISDIR Is a directory
            22 EINVAL Invalid argument
            23 ENFILE Too many open files in system
            24 EMFILE Too many open files
            25 ENOTTY Inappropriate ioctl for device
            27 EFBIG File too large
            28 ENOSPC No space left on device
            30 EROFS Read-only file system
            32 EPIPE Broken pipe
            34 ERANGE Numerical result out of range
            36 ENAMETOOLONG File name too long
            38 ENOSYS Function not implemented
            40 ELOOP Too many levels of symbolic links
            61 ENODATA No data available
            62 ETIME Timer expired
            71 EPROTO Protocol error
            74 EBADMSG Bad message
            75 EOVERFLOW Value too large for defined data type
            84 EILSEQ Invalid or incomplete multibyte or wide character
            90 EMSGSIZE Message too long
            92 ENOPROTOOPT Protocol not available
            93 EPROTONOSUPPORT Protocol not supported
            95 EOPNOTSUPP Operation not supported
            98 EADDRINUSE Address already in use
            99 EADDRNOTAVAIL Cannot assign requested address
            110 ETIMEDOUT Connection timed out
            111 ECONNREFUSED Connection refused
            116 ESTALE Stale file handle
            122 EDQUOT Disk quota exceeded
            126 ENOKEY Required key not available
            127 EKEYEXPIRED Key has expired
            129 EKEYREJECTED Key was rejected by service
            """;

    private static final Map<String, Integer> BY_NAME = new LinkedHashMap<>();
    private static final Map<String, Integer> BY_SENTENCE = new LinkedHashMap<>();
    private static final Pattern NAME = Pattern.compile("\\b(E[A-Z0-9]{2,14})\\b");
    private static final Pattern NUMBER = Pattern.compile(
            "(?i)(?:\\(|\\berr(?:or|no)?\\b[^0-9-]{0,8}|\\bfailed[^0-9-]{0,24}|: |ret(?:urned)?[ =])-(\\d{1,3})\\b");

    static {
        SENTENCES.lines().map(l -> l.split(" ", 3)).forEach(word -> {
            BY_NAME.put(word[1], Integer.valueOf(word[0]));
            BY_SENTENCE.put(word[2], Integer.valueOf(word[0]));
        });
    }

    private ErrnoText() {}

    /// The positive errno, 0 where the line speaks of none. What stands last counts.
    static int in(String line) {
        int best = -1;
        int errno = 0;
        for (Map.Entry<String, Integer> sentence : BY_SENTENCE.entrySet()) {
            int at = line.lastIndexOf(sentence.getKey());
            if (at > best) {
                best = at;
                errno = sentence.getValue();
            }
        }
        return errno != 0 ? errno : named(line);
    }

    private static int named(String line) {
        Matcher name = NAME.matcher(line);
        int errno = 0;
        while (name.find()) {
            errno = BY_NAME.getOrDefault(name.group(1), errno);
        }
        if (errno != 0) {
            return errno;
        }
        Matcher number = NUMBER.matcher(line);
        while (number.find()) {
            int value = Integer.parseInt(number.group(1));
            errno = value > 0 && value < 134 ? value : errno;
        }
        return errno;
    }
}
