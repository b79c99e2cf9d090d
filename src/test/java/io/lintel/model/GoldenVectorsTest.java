package io.lintel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every model in place gives what the published network, or the training's own, gives. golden.json was recorded apart from this program: an
 * input by a formula, and of each output the shape, the means and the first elements. Models that cannot be had everywhere are checked where
 * they are.
 */
class GoldenVectorsTest {

    private static final double RELATIVE = 1e-4;

    /** Golden name and catalogue id. */
    private static final Map<String, String> IDS = Map.of(
            "face_detection_full_range", "face_detection_full_range",
            "face_detection_short_range", "face_detection_short_range",
            "face_landmark", "face_landmark",
            "MobileFaceNet", "mobilefacenet",
            "dlib_face_recognition_resnet_model_v1", "dlib_face_recognition_resnet_v1",
            "lintel_liveness", "lintel_liveness",
            "MiniFASNetV2_2.7", "minifasnet_v2_2.7",
            "MiniFASNetV1SE_4.0", "minifasnet_v1se_4.0");

    static Stream<String> models() throws IOException {
        List<String> names = new ArrayList<>();
        golden().fieldNames().forEachRemaining(names::add);
        assertThat(names).hasSameElementsAs(IDS.keySet());
        ModelCatalog catalog = ModelCatalog.read(TestModels.folder());
        return names.stream().filter(name -> isExpected(catalog.model(IDS.get(name))));
    }

    private static boolean isExpected(ModelSpec model) {
        return model.need() == Requirement.REQUIRED || model.isShipped() || TestModels.inPlace(model);
    }

    @ParameterizedTest
    @MethodSource("models")
    void givesWhatThePublishedNetworkGives(String name) throws Exception {
        InstalledModel model = TestModels.installed(IDS.get(name));
        JsonNode golden = golden().get(name);
        int size = golden.get("size").intValue();

        Map<String, Onnx.Result> outputs = Onnx.run(Files.readAllBytes(model.onnx()), input(golden), 1, 3, size, size);

        List<String> expected = new ArrayList<>();
        golden.get("outputs").fieldNames().forEachRemaining(expected::add);
        assertThat(outputs.keySet()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(model.spec().outputs()).containsExactlyInAnyOrderElementsOf(expected);
        for (String output : expected) {
            compare(outputs.get(output), golden.get("outputs").get(output));
        }
    }

    /** The importers write graphs for any batch size; what Lintel ships takes one picture. */
    static Stream<String> imported() throws IOException {
        ModelCatalog catalog = ModelCatalog.read(TestModels.folder());
        return models().filter(name -> !catalog.model(IDS.get(name)).isShipped());
    }

    @ParameterizedTest
    @MethodSource("imported")
    void givesTheSameForEachPictureOfABatch(String name) throws Exception {
        InstalledModel model = TestModels.installed(IDS.get(name));
        JsonNode golden = golden().get(name);
        int size = golden.get("size").intValue();
        float[] one = input(golden);
        float[] two = Arrays.copyOf(one, one.length * 2);
        for (int i = 0; i < one.length; i++) {
            two[one.length + i] = one[one.length - 1 - i];
        }
        byte[] onnx = Files.readAllBytes(model.onnx());

        Map<String, Onnx.Result> single = Onnx.run(onnx, one, 1, 3, size, size);
        Map<String, Onnx.Result> batch = Onnx.run(onnx, two, 2, 3, size, size);

        batch.forEach((output, result) -> {
            float[] alone = single.get(output).values();
            assertThat(result.shape()[0]).isEqualTo(2);
            assertThat(result.values()).hasSize(2 * alone.length);
            assertThat(Arrays.copyOf(result.values(), alone.length)).containsExactly(alone, Offset.offset(1e-3f));
            assertThat(Arrays.copyOfRange(result.values(), alone.length, 2 * alone.length))
                    .isNotEqualTo(alone);
        });
    }

    private static void compare(Onnx.Result result, JsonNode golden) {
        assertThat(result.shape()).containsExactly(new ObjectMapper().convertValue(golden.get("shape"), long[].class));
        float[] values = result.values();
        double meanAbs = golden.get("mean_abs").doubleValue();
        double sum = 0;
        double sumAbs = 0;
        for (float value : values) {
            sum += value;
            sumAbs += Math.abs(value);
        }
        assertThat(sumAbs / values.length).isCloseTo(meanAbs, within(RELATIVE * meanAbs));
        // positive and negative elements nearly cancel in some outputs, so the mean is held against the size of the
        // elements
        assertThat(sum / values.length).isCloseTo(golden.get("mean").doubleValue(), within(RELATIVE * meanAbs));
        JsonNode first = golden.get("first");
        for (int i = 0; i < first.size(); i++) {
            double expected = first.get(i).doubleValue();
            assertThat((double) values[i]).isCloseTo(expected, within(RELATIVE * Math.abs(expected)));
        }
    }

    private static float[] input(JsonNode golden) {
        int size = golden.get("size").intValue();
        float lo = golden.get("lo").floatValue();
        float hi = golden.get("hi").floatValue();
        float[] input = new float[3 * size * size];
        for (int i = 0; i < input.length; i++) {
            input[i] = lo + (hi - lo) * (i * 7919L % 256) / 255;
        }
        return input;
    }

    private static JsonNode golden() throws IOException {
        try (InputStream file = GoldenVectorsTest.class.getResourceAsStream("golden.json")) {
            return new ObjectMapper().readTree(file).get("models");
        }
    }
}
