package whence.elf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import whence.bytes.Bytes;
import whence.elf.btf.Btf;

/// The fixture was made by `pahole --btf_encode_detached` from the program beside it.
class BtfTest {
    private final Btf btf = Btf.of(Fixtures.bytes("tiny.btf"), "tiny.btf").orElseThrow();

    @Test
    void tells_sizes_and_offsets() {
        assertEquals(OptionalLong.of(24), btf.sizeOf("parcel"));
        assertEquals(OptionalLong.of(4), btf.sizeOf("stamp"));
        assertEquals(64, btf.member("parcel", "weight").orElseThrow().bitOffset());
        assertEquals("long int", btf.member("parcel", "weight").orElseThrow().type());
        assertEquals(Optional.empty(), btf.member("parcel", "price"));
        assertEquals(OptionalLong.empty(), btf.sizeOf("envelope"));
    }

    @Test
    void finds_members_of_anonymous_unions_as_C_does() {
        assertEquals(128, btf.member("parcel", "height").orElseThrow().bitOffset());
        assertEquals(5, btf.member("parcel", "width").orElseThrow().bitSize());
    }

    @Test
    void tells_enumerators_negative_ones_too() {
        assertEquals(OptionalLong.of(7), btf.enumerator("STAMP_PAID"));
        assertEquals(OptionalLong.of(-3), btf.enumerator("STAMP_LOST"));
        assertEquals(OptionalLong.empty(), btf.enumerator("STAMP_FORGED"));
    }

    @Test
    void tells_the_parameters_of_functions() {
        Btf.Prototype post = btf.function("post").orElseThrow();
        assertEquals("int", post.returns());
        assertEquals(
                List.of(new Btf.Parameter("parcel", "struct parcel *"), new Btf.Parameter("stamp", "enum stamp")),
                post.parameters());
    }

    @Test
    void keeps_what_stands_before_a_damage_and_says_so() {
        byte[] damaged = Fixtures.array("tiny.btf");
        damaged[24 + 36 + 7] = 0x1f; // the kind of the second type, behind a union of two members
        Btf part = Btf.of(Bytes.of(damaged), "damaged").orElseThrow();
        assertEquals(1, part.count());
        assertEquals(1, part.losses().size());
    }

    @Test
    void a_header_that_lies_gives_no_types() {
        byte[] cut = Arrays.copyOf(Fixtures.array("tiny.btf"), 60);
        Btf none = Btf.of(Bytes.of(cut), "cut").orElseThrow();
        assertEquals(0, none.count());
        assertEquals(1, none.losses().size());
    }
}
