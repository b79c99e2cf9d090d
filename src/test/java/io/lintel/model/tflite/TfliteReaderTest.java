package io.lintel.model.tflite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.model.ModelFormatException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Files that are none. That real files are read rightly is what the golden vectors show. */
class TfliteReaderTest {

    @Test
    void aFileOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> TfliteReader.read(ByteBuffer.wrap(new byte[1000])))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("no TensorFlow Lite file");
        assertThatThrownBy(() -> TfliteReader.read(ByteBuffer.wrap(new byte[3])))
                .isInstanceOf(ModelFormatException.class);
    }

    @Test
    void noiseBehindARightBeginningIsRefused() {
        Random random = new Random(1);
        for (int round = 0; round < 2000; round++) {
            byte[] noise = new byte[16 + random.nextInt(400)];
            random.nextBytes(noise);
            System.arraycopy("TFL3".getBytes(StandardCharsets.US_ASCII), 0, noise, 4, 4);
            // a root within the file, so that the reader gets further than its first step
            noise[0] = (byte) random.nextInt(Math.min(noise.length, 100));
            noise[1] = 0;
            noise[2] = 0;
            noise[3] = 0;
            assertThatThrownBy(() -> TfliteReader.read(ByteBuffer.wrap(noise)))
                    .isInstanceOf(ModelFormatException.class)
                    .satisfies(
                            e -> assertThat(((ModelFormatException) e).remedy()).contains("catalog.json"));
        }
    }
}
