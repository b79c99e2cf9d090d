package io.lintel.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.model.ModelFormatException;
import io.lintel.model.torch.PickleValue.Call;
import io.lintel.model.torch.PickleValue.Flag;
import io.lintel.model.torch.PickleValue.Global;
import io.lintel.model.torch.PickleValue.Mapping;
import io.lintel.model.torch.PickleValue.None;
import io.lintel.model.torch.PickleValue.Sequence;
import io.lintel.model.torch.PickleValue.Text;
import io.lintel.model.torch.PickleValue.Whole;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PickleReaderTest {

    @Test
    void readsNumbersTextsListsAndDictionaries() {
        byte[] pickle = new PickleWriter()
                .raw('}', '(')
                .text("a")
                .raw('K', 200)
                .text("b")
                .raw('(')
                .raw('M', 0x34, 0x12)
                .raw(0x88, 'N')
                .tuple()
                .text("c")
                .raw(']', 'q', 9, '(', 'h', 9, 'N', 'e')
                .raw('u')
                .stop();

        Mapping mapping = read(pickle).as(Mapping.class);

        assertThat(mapping.entries()).containsOnlyKeys("a", "b", "c");
        assertThat(mapping.entries().get("a").integer()).isEqualTo(200);
        assertThat(mapping.entries().get("b"))
                .isEqualTo(new Sequence(List.of(new Whole(BigInteger.valueOf(0x1234)), new Flag(true), new None())));
        assertThat(mapping.entries().get("c").as(Sequence.class).elements()).hasSize(2);
    }

    @Test
    void readsLongNumbersWithTheirSign() {
        assertThat(read(new PickleWriter().raw(0x8a, 2, 0x00, 0xff).stop()))
                .isEqualTo(new Whole(BigInteger.valueOf(-256)));
        assertThat(read(new PickleWriter().raw(0x8a, 3, 0x00, 0xff, 0x00).stop()))
                .isEqualTo(new Whole(BigInteger.valueOf(0xff00)));
        assertThat(read(new PickleWriter().raw(0x8a, 0).stop())).isEqualTo(new Whole(BigInteger.ZERO));
    }

    @Test
    void leavesTheBufferBehindThePickle() {
        byte[] pickle = new PickleWriter().text("first").stop();
        ByteBuffer two =
                ByteBuffer.allocate(2 * pickle.length).put(pickle).put(pickle).flip();

        assertThat(PickleReader.read(two)).isEqualTo(new Text("first"));
        assertThat(two.position()).isEqualTo(pickle.length);
        assertThat(PickleReader.read(two)).isEqualTo(new Text("first"));
    }

    @Test
    void notesACallAndDoesNotMakeIt() {
        byte[] pickle = new PickleWriter()
                .global("torch._utils", "_rebuild_tensor_v2")
                .text("argument")
                .raw(0x85, 'R')
                .stop();

        assertThat(read(pickle))
                .isEqualTo(new Call(new Global("torch._utils._rebuild_tensor_v2"), List.of(new Text("argument"))));
    }

    @ParameterizedTest
    @CsvSource({
        "os, system",
        "posix, system",
        "builtins, eval",
        "subprocess, Popen",
        "torch, load",
        "collections, OrderedDict.fromkeys",
        "torch.FloatStorage, __reduce__"
    })
    void refusesEveryNameThatAStateDictionaryDoesNotNeed(String module, String name) {
        byte[] attack = new PickleWriter()
                .global(module, name)
                .text("true")
                .raw(0x85, 'R')
                .stop();

        assertThatThrownBy(() -> read(attack))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(module + "." + name);
    }

    /** INST, OBJ, NEWOBJ, EXT1, STACK_GLOBAL (no part of protocol 2), REDUCE's relatives and simply nothing. */
    @ParameterizedTest
    @ValueSource(ints = {'i', 'o', 0x81, 0x82, 0x93, 0x92, 'P', 'I', 'S', 'F', 0x00, 0xff, '0', '1', '2'})
    void refusesEveryOpcodeThatAStateDictionaryDoesNotNeed(int opcode) {
        byte[] pickle = new PickleWriter().text("x").raw(opcode).stop();

        assertThatThrownBy(() -> read(pickle))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("opcode 0x%02x".formatted(opcode));
    }

    @Test
    void refusesACallOfSomethingThatIsNoName() {
        assertThatThrownBy(() ->
                        read(new PickleWriter().text("os.system").raw(')', 'R').stop()))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("Text where a Global belongs");
    }

    @Test
    void refusesToReachBelowAMarkOrForWhatIsNotThere() {
        for (byte[] pickle : List.of(
                new PickleWriter().stop(),
                new PickleWriter().text("x").mark().raw(0x85).stop(),
                new PickleWriter().raw('t').stop(),
                new PickleWriter().raw('h', 1).stop(),
                new PickleWriter().raw('}', '(').text("key").raw('u').stop(),
                new PickleWriter().raw('}', 'N', 'N', 's').stop(),
                new PickleWriter().raw(')', 'N', 'a').stop(),
                new PickleWriter().raw('}', 'N', 'a').stop())) {
            assertThatThrownBy(() -> read(pickle)).isInstanceOf(ModelFormatException.class);
        }
    }

    @Test
    void refusesAnotherProtocol() {
        assertThatThrownBy(() -> read(new byte[] {(byte) 0x80, 4, 'N', '.'}))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("protocol 4");
    }

    @Test
    void refusesATextLongerThanThePickle() {
        byte[] pickle = new PickleWriter().raw('X', 0xff, 0xff, 0xff, 0x7f).stop();

        assertThatThrownBy(() -> read(pickle)).isInstanceOf(ModelFormatException.class);
    }

    @Test
    void refusesAPickleOfAnyLength() {
        byte[] endless = new byte[2 * PickleReader.LONGEST];
        Arrays.fill(endless, (byte) 'N');

        assertThatThrownBy(() -> read(endless))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("longer than");
    }

    @Test
    void answersNoiseWithARefusal() {
        Random random = new Random(1);
        int[] opcodes = {'(', 't', ')', ']', '}', 'a', 'e', 's', 'u', 'q', 'h', 'b', 'R', 'Q', 'N', 'K', 'X', 'c', '.'};
        for (int round = 0; round < 5000; round++) {
            PickleWriter noise = new PickleWriter();
            for (int i = 0; i < 30; i++) {
                noise.raw(random.nextInt(20) == 0 ? random.nextInt(256) : opcodes[random.nextInt(opcodes.length)]);
            }
            byte[] pickle = noise.stop();
            try {
                assertThat(read(pickle)).isNotNull();
            } catch (ModelFormatException refusal) {
                assertThat(refusal.remedy()).isNotBlank();
            }
        }
    }

    private static PickleValue read(byte[] pickle) {
        return PickleReader.read(ByteBuffer.wrap(pickle));
    }
}
