package io.lintel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.system.LintelException;
import io.lintel.system.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {

    private static final byte[] WEIGHTS = {1, 2, 3, 4};

    @TempDir
    private Path folder;

    private ModelStore store(ModelSpec... models) {
        return new ModelStore(new ModelFolders(folder, folder), new ModelCatalog(List.of(models)));
    }

    @Test
    void aModelInPlaceIsHandedOutWithItsVerifiedHash() throws Exception {
        ModelSpec embedder = Specs.onnx("embedder", ModelRole.EMBEDDER, Requirement.REQUIRED, WEIGHTS);
        Path file = Files.write(folder.resolve("embedder.onnx"), WEIGHTS);

        InstalledModel installed = store(embedder).require(ModelRole.EMBEDDER);

        assertThat(installed).isEqualTo(new InstalledModel(embedder, file, Sha256.of(WEIGHTS)));
    }

    @Test
    void aMissingModelNamesTheCommandThatFetchesIt() {
        ModelStore store = store(
                Specs.onnx("embedder", ModelRole.EMBEDDER, Requirement.REQUIRED, WEIGHTS),
                Specs.onnx("other", ModelRole.EMBEDDER, Requirement.ON_REQUEST, WEIGHTS));

        assertThatThrownBy(() -> store.require(ModelRole.EMBEDDER)).isInstanceOfSatisfying(LintelException.class, e -> {
            assertThat(e).hasMessageContaining("embedder").hasMessageContaining("is missing");
            assertThat(e.remedy()).isEqualTo("run: lintel models fetch");
        });
        assertThatThrownBy(() -> store.require("other"))
                .isInstanceOfSatisfying(
                        LintelException.class, e -> assertThat(e.remedy()).isEqualTo("run: lintel models fetch other"));
    }

    @Test
    void aDamagedModelIsNeverHandedOut() throws Exception {
        ModelSpec liveness = Specs.onnx("liveness", ModelRole.LIVENESS, Requirement.RECOMMENDED, WEIGHTS);
        Files.write(folder.resolve("liveness.onnx"), new byte[] {1, 2, 3, 5});

        assertThatThrownBy(() -> store(liveness).available(ModelRole.LIVENESS))
                .isInstanceOfSatisfying(LintelException.class, e -> {
                    assertThat(e).hasMessageContaining("damaged");
                    assertThat(e.remedy()).isEqualTo("run: lintel models fetch");
                });
    }

    @Test
    void anAlteredShippedModelIsNeverHandedOutAndTheReleaseHasIt() throws Exception {
        ModelSpec own =
                Specs.onnx("own", ModelRole.LIVENESS, Requirement.RECOMMENDED, WEIGHTS, new ModelSource.Shipped());
        Files.createDirectory(folder.resolve("shipped"));
        Files.write(folder.resolve(own.onnxFile()), WEIGHTS);
        assertThat(store(own).available(ModelRole.LIVENESS)).hasSize(1);

        Files.write(folder.resolve(own.onnxFile()), new byte[] {1, 2, 3, 5});

        assertThatThrownBy(() -> store(own).available(ModelRole.LIVENESS))
                .isInstanceOfSatisfying(LintelException.class, e -> {
                    assertThat(e).hasMessageContaining("damaged");
                    assertThat(e.remedy()).contains("Lintel's release");
                });
    }

    @Test
    void recommendedModelsThatAreAbsentAreSimplyNotAvailable() throws Exception {
        ModelSpec first = Specs.onnx("first", ModelRole.LIVENESS, Requirement.RECOMMENDED, WEIGHTS);
        ModelSpec second = Specs.onnx("second", ModelRole.LIVENESS, Requirement.RECOMMENDED, WEIGHTS);
        Files.write(folder.resolve("second.onnx"), WEIGHTS);

        assertThat(store(first, second).available(ModelRole.LIVENESS))
                .extracting(InstalledModel::spec)
                .containsExactly(second);
    }

    @Test
    void aRoleOfSeveralModelsCannotBeAskedForAsOne() {
        ModelStore store = store(
                Specs.onnx("first", ModelRole.LIVENESS, Requirement.RECOMMENDED, WEIGHTS),
                Specs.onnx("second", ModelRole.LIVENESS, Requirement.RECOMMENDED, WEIGHTS));

        assertThatIllegalArgumentException().isThrownBy(() -> store.require(ModelRole.LIVENESS));
    }
}
