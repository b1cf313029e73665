package whence.app;

import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;

/// A drag board without a pointer: the toolkit makes one only while a real button is held.
final class Dragged {
    private Dragged() {}

    static Dragboard board(List<File> files) {
        try {
            Class<?> peer = Class.forName("com.sun.javafx.tk.TKClipboard");
            Object held = Proxy.newProxyInstance(
                    peer.getClassLoader(),
                    new Class<?>[] {peer},
                    (self, method, arguments) -> switch (method.getName()) {
                        case "hasContent" -> DataFormat.FILES.equals(arguments[0]);
                        case "getContent" -> DataFormat.FILES.equals(arguments[0]) ? files : null;
                        case "getContentTypes" -> Set.of(DataFormat.FILES);
                        default -> null;
                    });
            Constructor<Dragboard> constructor = Dragboard.class.getDeclaredConstructor(peer);
            constructor.setAccessible(true);
            return constructor.newInstance(held);
        } catch (ReflectiveOperationException changed) {
            throw new AssertionError(changed);
        }
    }
}
