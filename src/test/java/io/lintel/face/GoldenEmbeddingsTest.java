package io.lintel.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.opencv.core.Mat;

/**
 * Pins the whole way from a picture to an embedding: detection, mesh, alignment and preprocessing. A change here makes every
 * enrolled template wrong, however well the changed pipeline does by itself. Where one is meant, write the file anew with
 * {@code -Dlintel.golden.write=true} and tell people to enrol again.
 */
class GoldenEmbeddingsTest {

    private static final Path FILE = Path.of("src/test/resources/golden/demo-embeddings.csv");

    /** The most that a value of a unit vector may move. */
    private static final float TOLERANCE = 1e-3f;

    @Test
    void theEmbeddingsOfTheDemosPeopleStayWhatTheyAre() throws IOException {
        Map<String, float[]> now = embeddings();
        if (Boolean.getBoolean("lintel.golden.write")) {
            write(now);
        }
        Map<String, float[]> golden = read();

        assertThat(now.keySet()).isEqualTo(golden.keySet()).hasSize(12);
        golden.forEach(
                (person, values) -> assertThat(now.get(person)).as(person).containsExactly(values, within(TOLERANCE)));
    }

    private static Map<String, float[]> embeddings() {
        Map<String, float[]> embeddings = new TreeMap<>();
        try (OnnxFaceAnalyzer analyzer = Pictures.analyzer(FaceSettings.stills())) {
            Mat chip = new Mat();
            for (String person : List.of(
                    "alva", "bruno", "chen", "dalia", "emeka", "fatou", "gustav", "hana", "ines", "jonas", "kiran",
                    "leila")) {
                Mat picture = Pictures.still(person + "/enrol");
                analyzer.align(picture, analyzer.find(picture).getFirst(), chip);
                embeddings.put(person, analyzer.embed(chip).values());
            }
        }
        return embeddings;
    }

    private static Map<String, float[]> read() throws IOException {
        Map<String, float[]> embeddings = new TreeMap<>();
        for (String line : Files.readAllLines(FILE)) {
            String[] cells = line.split(",");
            float[] values = new float[cells.length - 1];
            for (int i = 0; i < values.length; i++) {
                values[i] = Float.parseFloat(cells[i + 1]);
            }
            embeddings.put(cells[0], values);
        }
        return embeddings;
    }

    private static void write(Map<String, float[]> embeddings) throws IOException {
        StringBuilder text = new StringBuilder();
        embeddings.forEach((person, values) -> {
            text.append(person);
            for (float value : values) {
                text.append(String.format(Locale.ROOT, ",%.5f", value));
            }
            text.append('\n');
        });
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, text);
    }
}
