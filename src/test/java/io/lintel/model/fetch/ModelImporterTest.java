package io.lintel.model.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.model.ModelCatalog;
import io.lintel.model.ModelFormatException;
import io.lintel.model.ModelSpec;
import io.lintel.model.Requirement;
import io.lintel.model.SourceFormat;
import io.lintel.model.TestModels;
import io.lintel.system.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The importers on the published files that are in place: all that come from package registries are, in every checkout. PyTorch's and dlib's
 * formats have tests of their own on files made for them.
 */
class ModelImporterTest {

    @TempDir
    private Path folder;

    static Stream<ModelSpec> imported() {
        return ModelCatalog.read(TestModels.folder()).models().stream()
                .filter(model -> model.source().format() != SourceFormat.ONNX)
                .filter(model -> model.need() == Requirement.REQUIRED || Files.exists(published(model)));
    }

    private static Path published(ModelSpec model) {
        return TestModels.folder().resolve("download").resolve(model.source().file());
    }

    @ParameterizedTest
    @MethodSource("imported")
    void givesTheCataloguesBytesEachTime(ModelSpec model) throws Exception {
        Path source = TestModels.source(model.id());

        assertThat(Sha256.of(ModelImporter.toOnnx(model, source))).isEqualTo(model.onnxSha256());
        assertThat(Sha256.of(ModelImporter.toOnnx(model, source))).isEqualTo(model.onnxSha256());
    }

    @ParameterizedTest
    @MethodSource("imported")
    void refusesAFileThatEndsTooSoon(ModelSpec model) throws Exception {
        byte[] whole = Files.readAllBytes(TestModels.source(model.id()));
        for (double share : new double[] {0, 0.001, 0.1, 0.5, 0.9}) {
            Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, (int) (whole.length * share)));
            assertThatThrownBy(() -> ModelImporter.toOnnx(model, cut)).isInstanceOf(ModelFormatException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("imported")
    void answersDamageWithARefusalAndNeverWithAnyOtherFailure(ModelSpec model) throws Exception {
        byte[] whole = Files.readAllBytes(TestModels.source(model.id()));
        Random random = new Random(1);
        for (int round = 0; round < 40; round++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i < 20; i++) {
                // the structure of these formats stands mostly at one end
                int at = random.nextInt(Math.min(whole.length, 4000));
                damaged[random.nextBoolean() ? at : whole.length - 1 - at] = (byte) random.nextInt();
            }
            Path file = Files.write(folder.resolve("damaged"), damaged);
            try {
                ModelImporter.toOnnx(model, file);
            } catch (ModelFormatException expected) {
                assertThat(expected.remedy()).isNotBlank();
            }
        }
    }
}
