package io.lintel.model.dlib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.model.ModelFormatException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DlibWeightsTest {

    @Test
    void picksEachLayersNumbersOutOfWhatSurroundsThem() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {9, 9, 9});
        layer(file, "con_4");
        tensor(file, 1, 2, 3);
        file.write(7);
        layer(file, "affine_");
        tensor(file, 4);
        layer(file, "fc_2");
        file.writeBytes(new byte[] {1, 2, 1, 1});
        tensor(file, 5, 6);

        DlibWeights weights = DlibWeights.read(ByteBuffer.wrap(file.toByteArray()));

        assertThat(weights.convolutions()).singleElement().isEqualTo(new float[] {1, 2, 3});
        assertThat(weights.affines()).singleElement().isEqualTo(new float[] {4});
        assertThat(weights.fullyConnected()).containsExactly(5, 6);
    }

    @Test
    void aTensorLongerThanTheFileIsRefused() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        layer(file, "con_4");
        file.writeBytes(new byte[] {1, 2, 4, -1, -1, -1, 127, 4, -1, -1, -1, 127, 1, 1, 1, 1});

        assertThatThrownBy(() -> DlibWeights.read(ByteBuffer.wrap(file.toByteArray())))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void anotherNetworkIsRefused() {
        assertThatThrownBy(() -> DlibResNetImporter.toOnnx(ByteBuffer.wrap(new byte[1000]), "test"))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("not dlib's face recognition network");
    }

    private static void layer(ByteArrayOutputStream file, String name) {
        file.write(1);
        file.write(name.length());
        file.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
    }

    private static void tensor(ByteArrayOutputStream file, float... values) {
        file.writeBytes(new byte[] {1, 2, 1, (byte) values.length, 1, 1, 1, 1, 1, 1});
        ByteBuffer numbers = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        numbers.asFloatBuffer().put(values);
        file.writeBytes(numbers.array());
    }
}
