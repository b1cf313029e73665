package whence.app.task;

import java.io.FileNotFoundException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/// A failure in one sentence that says what to do next, where that is known.
public final class Failures {
    private Failures() {}

    public static String sentence(Throwable failure) {
        return switch (failure) {
            case NoSuchFileException e -> "There is no file " + e.getFile() + ". Check the path.";
            case FileNotFoundException e -> "There is no file " + e.getMessage() + ". Check the path.";
            case AccessDeniedException e -> "No permission to read " + e.getFile() + ". Change its mode, or copy it.";
            case OutOfMemoryError _ ->
                "This needs more memory than the program was given. Start it with a larger heap (WHENCE_HEAP=4g).";
            case StackOverflowError _ -> "This is nested too deeply to be read.";
            default -> said(failure.getMessage(), failure);
        };
    }

    private static String said(@Nullable String message, Throwable failure) {
        return message == null || message.isBlank()
                ? "Internal fault: " + failure.getClass().getSimpleName()
                : message;
    }
}
