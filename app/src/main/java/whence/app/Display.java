package whence.app;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.Map;
import java.util.Optional;

/// Whether a window can be shown here, asked before the toolkit is started: it answers with traces, this with a
/// sentence.
@SuppressWarnings("restricted")
final class Display {
    private Display() {}

    /// What is missing and what to install, or nothing where a window can be shown.
    static Optional<String> missing(Map<String, String> environment) {
        if (!System.getProperty("os.name", "").startsWith("Linux")
                || "Headless".equals(System.getProperty("glass.platform"))) {
            return Optional.empty();
        }
        if (environment.getOrDefault("DISPLAY", "").isEmpty()) {
            return Optional.of("there is no display (DISPLAY is not set)");
        }
        if (!loads("libgtk-3.so.0")) {
            return Optional.of("GTK 3 is missing; install it (Debian: apt-get install libgtk-3-0)");
        }
        if (!opens()) {
            return Optional.of("the display " + environment.get("DISPLAY") + " cannot be opened");
        }
        return Optional.empty();
    }

    private static boolean loads(String library) {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(library, arena);
            return true;
        } catch (IllegalArgumentException absent) {
            return false;
        }
    }

    /// Asks the display to answer, and lets go of it again.
    private static boolean opens() {
        try {
            SymbolLookup x11 = SymbolLookup.libraryLookup("libX11.so.6", Arena.global());
            Linker linker = Linker.nativeLinker();
            MemorySegment display = (MemorySegment) linker.downcallHandle(
                            x11.find("XOpenDisplay").orElseThrow(),
                            FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS))
                    .invokeExact(MemorySegment.NULL);
            if (display.equals(MemorySegment.NULL)) {
                return false;
            }
            int _ = (int) linker.downcallHandle(
                            x11.find("XCloseDisplay").orElseThrow(),
                            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS))
                    .invokeExact(display);
            return true;
        } catch (Throwable absent) {
            return false;
        }
    }
}
