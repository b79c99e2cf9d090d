package io.lintel.model.tflite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.model.ModelFormatException;
import io.lintel.model.Onnx;
import io.lintel.model.tflite.OperatorOptions.Activated;
import io.lintel.model.tflite.OperatorOptions.Activation;
import io.lintel.model.tflite.OperatorOptions.Convolution;
import io.lintel.model.tflite.OperatorOptions.None;
import io.lintel.model.tflite.OperatorOptions.Padding;
import io.lintel.model.tflite.OperatorOptions.Pooling;
import io.lintel.model.tflite.OperatorOptions.Resize;
import io.lintel.model.tflite.TfliteModel.Constant;
import io.lintel.model.tflite.TfliteModel.Operator;
import io.lintel.model.tflite.TfliteModel.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each operator on numbers small enough to reckon by hand. Inputs and results of the graph are NCHW. */
class TfliteImporterTest {

    private static final Offset<Float> TINY = Offset.offset(1e-5f);

    private final List<Tensor> tensors = new ArrayList<>();
    private final List<Operator> operators = new ArrayList<>();

    @Test
    void samePaddingGivesItsGreaterHalfToTheBottomAndTheRight() throws Exception {
        int x = computed("x", 1, 2, 2, 1);
        int kernel = floats("k", new float[] {1, 10, 100, 1000}, 1, 2, 2, 1);
        int y = computed("y", 1, 2, 2, 1);
        operators.add(new Operator(OperatorKind.CONV_2D, List.of(x, kernel), y, same(1, Activation.NONE)));

        assertThat(run(x, y, new float[] {1, 2, 3, 4}, 1, 2, 2)).containsExactly(4321, 402, 43, 4);
    }

    @Test
    void aConvolutionMixesChannelsAndKeepsItsBiasAndActivation() throws Exception {
        int x = computed("x", 1, 1, 2, 2);
        int kernel = floats("k", new float[] {1, 2, -1, -2}, 2, 1, 1, 2);
        int bias = floats("b", new float[] {0.5f, 0.5f}, 2);
        int y = computed("y", 1, 1, 2, 2);
        operators.add(new Operator(OperatorKind.CONV_2D, List.of(x, kernel, bias), y, same(1, Activation.RELU)));

        // channel 0 is {1, 2}, channel 1 is {10, 20}
        assertThat(run(x, y, new float[] {1, 2, 10, 20}, 2, 1, 2)).containsExactly(21.5f, 42.5f, 0, 0);
    }

    @Test
    void aDepthwiseConvolutionGivesEachChannelItsNeighbouringOutputs() throws Exception {
        int x = computed("x", 1, 1, 1, 2);
        int kernel = floats("k", new float[] {1, 2, 3, 4}, 1, 1, 1, 4);
        int y = computed("y", 1, 1, 1, 4);
        operators.add(new Operator(OperatorKind.DEPTHWISE_CONV_2D, List.of(x, kernel), y, same(1, Activation.NONE)));

        assertThat(run(x, y, new float[] {10, 100}, 2, 1, 1)).containsExactly(10, 20, 300, 400);
    }

    @Test
    void maxPoolingOfTwo() throws Exception {
        int x = computed("x", 1, 2, 4, 1);
        int y = computed("y", 1, 1, 2, 1);
        operators.add(new Operator(
                OperatorKind.MAX_POOL_2D, List.of(x), y, new Pooling(Padding.VALID, 2, 2, 2, 2, Activation.NONE)));

        assertThat(run(x, y, new float[] {1, 5, -3, -1, 2, 3, -7, -9}, 1, 2, 4)).containsExactly(5, -1);
    }

    @Test
    void fullyConnectedTakesAPicturesElementsInTheirOriginalOrder() throws Exception {
        int x = computed("x", 1, 1, 2, 2);
        int weights = floats("w", new float[] {1, 10, 100, 1000, 1, 0, 0, 0}, 2, 4);
        int bias = floats("b", new float[] {0.5f, 0}, 2);
        int y = computed("y", 1, 2);
        operators.add(new Operator(
                OperatorKind.FULLY_CONNECTED, List.of(x, weights, bias), y, new Activated(Activation.NONE)));

        // NHWC 1, 2, 3, 4 is channels {1, 3} and {2, 4}
        assertThat(run(x, y, new float[] {1, 3, 2, 4}, 2, 1, 2)).containsExactly(4321.5f, 1);
    }

    @Test
    void l2NormalisationIsOverTheLastAxis() throws Exception {
        int x = computed("x", 1, 2);
        int y = computed("y", 1, 2);
        operators.add(new Operator(OperatorKind.L2_NORMALIZATION, List.of(x), y, new Activated(Activation.NONE)));

        assertThat(run(x, y, new float[] {3, 4}, 2)).containsExactly(new float[] {0.6f, 0.8f}, TINY);
    }

    @Test
    void l2NormalisationOfAPictureIsOverItsChannels() throws Exception {
        int x = computed("x", 1, 1, 2, 2);
        int y = computed("y", 1, 1, 2, 2);
        operators.add(new Operator(OperatorKind.L2_NORMALIZATION, List.of(x), y, new Activated(Activation.NONE)));

        assertThat(run(x, y, new float[] {3, 0, 4, 2}, 2, 1, 2)).containsExactly(new float[] {0.6f, 0, 0.8f, 1}, TINY);
    }

    @Test
    void paddingOfChannelsGoesToTheChannels() throws Exception {
        int x = computed("x", 1, 1, 2, 1);
        int pads = integers("p", new int[] {0, 0, 0, 0, 1, 0, 0, 1}, 4, 2);
        int y = computed("y", 1, 1, 3, 2);
        operators.add(new Operator(OperatorKind.PAD, List.of(x, pads), y, new None()));

        assertThat(run(x, y, new float[] {1, 2}, 1, 1, 2)).containsExactly(0, 1, 2, 0, 0, 0);
    }

    @Test
    void reshapingKeepsTheOriginalOrder() throws Exception {
        int x = computed("x", 1, 1, 2, 2);
        int shape = integers("s", new int[] {1, 4}, 2);
        int y = computed("y", 1, 4);
        operators.add(new Operator(OperatorKind.RESHAPE, List.of(x, shape), y, new None()));

        assertThat(run(x, y, new float[] {1, 3, 2, 4}, 2, 1, 2)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void reshapingToAPictureAndConcatenationOfChannels() throws Exception {
        int x = computed("x", 1, 4);
        int shape = integers("s", new int[] {1, 1, 2, 2}, 4);
        int picture = computed("picture", 1, 1, 2, 2);
        int y = computed("y", 1, 1, 2, 4);
        operators.add(new Operator(OperatorKind.RESHAPE, List.of(x, shape), picture, new None()));
        operators.add(new Operator(
                OperatorKind.CONCATENATION,
                List.of(picture, picture),
                y,
                new OperatorOptions.Concatenation(-1, Activation.NONE)));

        assertThat(run(x, y, new float[] {1, 2, 3, 4}, 4)).containsExactly(1, 3, 2, 4, 1, 3, 2, 4);
    }

    @Test
    void bilinearResizingWithHalfPixelCentres() throws Exception {
        int x = computed("x", 1, 1, 2, 1);
        int size = integers("s", new int[] {1, 4}, 2);
        int y = computed("y", 1, 1, 4, 1);
        operators.add(new Operator(OperatorKind.RESIZE_BILINEAR, List.of(x, size), y, new Resize(false, true)));

        assertThat(run(x, y, new float[] {0, 4}, 1, 1, 2)).containsExactly(new float[] {0, 1, 3, 4}, TINY);
    }

    @Test
    void aPreluWrittenInFiveOperatorsIsRecognised() throws Exception {
        int x = computed("x", 1, 1, 1, 2);
        int y = writtenPrelu(x, computed("relu", 1, 1, 1, 2));

        // c is half the slope
        assertThat(run(x, y, new float[] {-1, -1}, 2, 1, 1)).containsExactly(-0.25f, -4);
        assertThat(run(x, y, new float[] {1, 3}, 2, 1, 1)).containsExactly(1, 3);
    }

    @Test
    void whatOnlyLooksLikeAPreluIsNotTakenForOne() {
        int x = computed("x", 1, 1, 1, 2);
        int relu = computed("relu", 1, 1, 1, 2);
        int y = writtenPrelu(x, relu);
        // somebody else reads the intermediate relu
        operators.add(new Operator(OperatorKind.RELU, List.of(relu), computed("z", 1, 1, 1, 2), new None()));

        assertThatThrownBy(() -> run(x, y, new float[] {1, 3}, 2, 1, 1))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("outside a PReLU");
    }

    @Test
    void halfPrecisionWeightsAreUnpacked() throws Exception {
        int x = computed("x", 1, 1, 1, 1);
        int packed = floats("packed", new float[] {2}, 1, 1, 1, 1);
        int kernel = computed("k", 1, 1, 1, 1);
        int y = computed("y", 1, 1, 1, 1);
        operators.add(new Operator(OperatorKind.DEQUANTIZE, List.of(packed), kernel, new None()));
        operators.add(new Operator(OperatorKind.CONV_2D, List.of(x, kernel), y, same(1, Activation.NONE)));

        assertThat(run(x, y, new float[] {21}, 1, 1, 1)).containsExactly(42);
    }

    private int writtenPrelu(int x, int relu) {
        int abs = computed("abs", 1, 1, 1, 2);
        int difference = computed("difference", 1, 1, 1, 2);
        int c = floats("c", new float[] {0.125f, 2}, 2);
        int product = computed("product", 1, 1, 1, 2);
        int y = computed("y", 1, 1, 1, 2);
        Activated plain = new Activated(Activation.NONE);
        operators.add(new Operator(OperatorKind.RELU, List.of(x), relu, new None()));
        operators.add(new Operator(OperatorKind.ABS, List.of(x), abs, new None()));
        operators.add(new Operator(OperatorKind.SUB, List.of(x, abs), difference, plain));
        operators.add(new Operator(OperatorKind.MUL, List.of(c, difference), product, plain));
        operators.add(new Operator(OperatorKind.ADD, List.of(relu, product), y, plain));
        return y;
    }

    private static Convolution same(int stride, Activation activation) {
        return new Convolution(Padding.SAME, stride, stride, activation);
    }

    private int computed(String name, Integer... shape) {
        return tensor(name, null, shape);
    }

    private int floats(String name, float[] values, Integer... shape) {
        return tensor(name, new Constant.Floats(values), shape);
    }

    private int integers(String name, int[] values, Integer... shape) {
        return tensor(name, new Constant.Integers(values), shape);
    }

    private int tensor(String name, @Nullable Constant constant, Integer... shape) {
        tensors.add(new Tensor(name, List.of(shape), constant));
        return tensors.size() - 1;
    }

    /** @param shape of one input of the graph */
    private float[] run(int input, int output, float[] values, long... shape) throws Exception {
        TfliteModel model =
                new TfliteModel(List.copyOf(tensors), List.copyOf(operators), List.of(input), List.of(output));
        long[] batch = new long[shape.length + 1];
        batch[0] = 1;
        System.arraycopy(shape, 0, batch, 1, shape.length);
        return Onnx.run(TfliteImporter.toOnnx(model, "test"), values, batch)
                .get(tensors.get(output).name())
                .values();
    }
}
