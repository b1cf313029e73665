package whence.bytes;

import java.io.FileNotFoundException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/// Why a file could not be read or written, in words: the messages of the platform's exceptions are often a bare path.
public final class Reason {
    private Reason() {}

    /// A clause to stand after a colon, without a full stop.
    public static String of(Throwable failure) {
        return switch (failure) {
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            case FileNotFoundException missing -> "there is no " + missing.getMessage();
            case AccessDeniedException denied -> "no permission for " + denied.getFile();
            case NotDirectoryException other -> other.getFile() + " is no directory";
            case FileSystemException other when other.getReason() != null -> other.getReason() + ", " + other.getFile();
            default -> message(failure);
        };
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }
}
