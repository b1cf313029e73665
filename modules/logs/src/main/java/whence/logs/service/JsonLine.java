package whence.logs.service;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import whence.logs.export.JsonFields;

/// One JSON object a message.
final class JsonLine {
    private JsonLine() {}

    static Optional<ServiceLine> of(String message) {
        return JsonFields.of(message.getBytes(StandardCharsets.UTF_8)).map(all -> {
            Map<String, String> fields = new LinkedHashMap<>();
            all.forEach((name, values) -> {
                if (!values.isEmpty()) {
                    fields.put(name, new String(values.getFirst(), StandardCharsets.UTF_8));
                }
            });
            return ServiceLine.of(fields);
        });
    }
}
