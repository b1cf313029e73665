package whence.logs.export;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// The members of one flat JSON object as bytes, the way the journal writes them: a string is its UTF-8, an array of
/// numbers is bytes, an array of anything else is a repeated field, null is a value left out for its size.
public final class JsonFields {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();

    private JsonFields() {}

    /// Values by name, in the order of the object; a null value is an empty list. Empty where it is no JSON.
    public static Optional<Map<String, List<byte[]>>> of(byte[] object) {
        try {
            return Optional.of(parse(FACTORY.createParser(ObjectReadContext.empty(), object)));
        } catch (JacksonException notUtf8OrNoJson) {
            return latin(object);
        }
    }

    /// Bytes that are no UTF-8 come through one by one.
    private static Optional<Map<String, List<byte[]>>> latin(byte[] object) {
        try {
            String text = new String(object, StandardCharsets.ISO_8859_1);
            return Optional.of(parse(FACTORY.createParser(ObjectReadContext.empty(), text)));
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }

    private static Map<String, List<byte[]>> parse(JsonParser parser) {
        Map<String, List<byte[]>> fields = new LinkedHashMap<>();
        try (parser) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return fields;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                fields.computeIfAbsent(name, n -> new ArrayList<>()).addAll(values(parser));
            }
        }
        return fields;
    }

    private static List<byte[]> values(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_ARRAY -> array(parser);
            case START_OBJECT -> {
                parser.skipChildren();
                yield List.of();
            }
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                List.of(parser.getString().getBytes(StandardCharsets.UTF_8));
            default -> List.of();
        };
    }

    private static List<byte[]> array(JsonParser parser) {
        List<byte[]> values = new ArrayList<>();
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        boolean numbers = false;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == null) {
                break;
            }
            if (token == JsonToken.VALUE_NUMBER_INT) {
                numbers = true;
                bytes.write((int) parser.getLongValue());
            } else {
                values.addAll(values(parser));
            }
        }
        if (numbers) {
            values.add(bytes.toByteArray());
        }
        return values;
    }
}
