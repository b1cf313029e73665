package whence.report.json;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import whence.evidence.Grade;
import whence.evidence.Loss;
import whence.evidence.Span;
import whence.evidence.Time;

/// The parts that every JSON document of the command line shares. The shapes are a public contract
/// (docs/command-line.md): they change by addition only.
///
/// Numbers that may exceed 2^53 are strings. Members are written in a fixed order, so the same answer has the same
/// bytes.
public final class Json {
    /// Version of the contract, first member of every document.
    public static final int SCHEMA = 1;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /// A document that begins with its schema number.
    public static ObjectNode document() {
        return object().put("schema", SCHEMA);
    }

    public static ObjectNode object() {
        return NODES.objectNode();
    }

    /// An array of what `write` makes of each item.
    public static <T> ArrayNode array(Iterable<? extends T> items, Function<? super T, ObjectNode> write) {
        ArrayNode array = NODES.arrayNode();
        for (T item : items) {
            array.add(write.apply(item));
        }
        return array;
    }

    public static ArrayNode texts(List<String> texts) {
        ArrayNode array = NODES.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    /// `null` in JSON where there is nothing.
    public static <T> void putOrNull(ObjectNode node, String name, @Nullable T value, Function<T, ObjectNode> write) {
        if (value == null) {
            node.putNull(name);
        } else {
            node.set(name, write.apply(value));
        }
    }

    public static ObjectNode span(Span span) {
        ObjectNode node = object().put("artifact", span.artifact());
        if (span.line() == Span.NO_LINE) {
            node.putNull("line");
        } else {
            node.put("line", span.line());
        }
        return node.put("offset", span.offset()).put("length", span.length());
    }

    public static ArrayNode spans(List<Span> spans) {
        return array(spans, Json::span);
    }

    public static String grade(Grade grade) {
        return switch (grade) {
            case OBSERVED -> "observed";
            case DERIVED -> "derived";
            case ASSUMED -> "assumed";
        };
    }

    public static ObjectNode time(Time time) {
        String clock = switch (time.clock()) {
            case REALTIME -> "realtime";
            case BOOTTIME -> "boottime";
            case MONOTONIC -> "monotonic";
            case PRINTK -> "printk";
            case TRACE, TIME_OF_DAY, NONE -> "trace";
        };
        return object().put("clock", clock)
                .put("ns", Long.toString(time.ns()))
                .put("error_ns", Long.toString(time.errorNs()));
    }

    public static ObjectNode loss(Loss loss) {
        String kind = switch (loss.kind()) {
            case UNREADABLE -> "unreadable";
            case TRUNCATED -> "truncated";
            case DROPPED -> "dropped";
            case GAP -> "gap";
        };
        ObjectNode node = object().put("kind", kind);
        if (loss.count() == Loss.UNKNOWN) {
            node.putNull("count");
        } else {
            node.put("count", loss.count());
        }
        node.put("why", loss.why()).set("span", span(loss.span()));
        return node;
    }

    public static ArrayNode losses(List<Loss> losses) {
        return array(losses, Json::loss);
    }

    /// A document as text: two spaces of indent, LF, one line end behind it.
    public static String print(ObjectNode document) {
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER);
        return MAPPER.writer().with(printer).writeValueAsString(document) + "\n";
    }

    /// A document on one line, without line end; for JSON Lines.
    public static String printLine(ObjectNode document) {
        return MAPPER.writeValueAsString(document);
    }
}
