package io.lintel.face;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.model.ModelStore;
import io.lintel.model.TestModels;
import io.lintel.system.NativeLibraries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.Mat;
import org.opencv.imgcodecs.Imgcodecs;

/** The whole way from pixels to numbers, on the invented people of the demo. */
class DemoPeopleTest {

    private static final Path PEOPLE = Path.of("config/demo/people");

    private static OnnxFaceAnalyzer analyzer;
    private static final Map<String, Map<String, Embedding>> EMBEDDINGS = new TreeMap<>();
    private static final Map<String, Face> FACES = new TreeMap<>();

    @BeforeAll
    static void readAllStills() throws IOException {

        NativeLibraries.loadOpenCv();
        analyzer = new OnnxFaceAnalyzer(FaceModels.of(store()), FaceSettings.stills());
        try (Stream<Path> files = Files.walk(PEOPLE)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".jpg"))
                    .sorted()
                    .toList()) {
                read(file);
            }
        }
    }

    private static ModelStore store() {
        TestModels.installed("mobilefacenet");
        return ModelStore.open(TestModels.folder());
    }

    private static void read(Path file) {
        Mat picture = Imgcodecs.imread(file.toString());
        Mat chip = new Mat();
        List<Face> faces = analyzer.find(picture);
        assertThat(faces).as("faces in %s", file).hasSize(1);
        analyzer.align(picture, faces.getFirst(), chip);
        String person = file.getParent().getFileName().toString();
        String shot = file.getFileName().toString().replace(".jpg", "");
        EMBEDDINGS.computeIfAbsent(person, name -> new TreeMap<>()).put(shot, analyzer.embed(chip));
        FACES.put(person + "/" + shot, faces.getFirst());
    }

    @AfterAll
    static void close() {
        if (analyzer != null) {
            analyzer.close();
        }
    }

    @Test
    void everyShotResemblesItsPersonMoreThanAnybodyElse() {
        double own = 1;
        double other = -1;
        for (var person : EMBEDDINGS.entrySet()) {
            Embedding enrolled = person.getValue().get("enrol");
            for (var probe : EMBEDDINGS.entrySet()) {
                for (Embedding shot : probe.getValue().values()) {
                    double score = enrolled.cosine(shot);
                    if (probe.getKey().equals(person.getKey())) {
                        own = Math.min(own, score);
                    } else {
                        other = Math.max(other, score);
                    }
                }
            }
        }
        // the renderings' own README: 0.680 at least, 0.545 at most
        assertThat(own).isGreaterThanOrEqualTo(0.675);
        assertThat(other).isLessThanOrEqualTo(0.55);
    }
}
