package io.lintel.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.model.InstalledModel;
import io.lintel.model.ModelCatalog;
import io.lintel.model.ModelFolders;
import io.lintel.model.ModelRole;
import io.lintel.model.ModelSource;
import io.lintel.model.ModelSpec;
import io.lintel.model.ModelStore;
import io.lintel.model.Requirement;
import io.lintel.model.Specs;
import io.lintel.system.LintelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LivenessSetTest {

    private static final byte[] WEIGHTS = {1, 2, 3, 4};
    private static final ModelSpec NARROW = Specs.onnx("narrow", ModelRole.LIVENESS, Requirement.RECOMMENDED, WEIGHTS);
    private static final ModelSpec OWN =
            Specs.onnx("own", ModelRole.LIVENESS, Requirement.RECOMMENDED, WEIGHTS, new ModelSource.Shipped());
    private static final ModelSpec WIDE = Specs.onnx("wide", ModelRole.LIVENESS, Requirement.RECOMMENDED, WEIGHTS);

    @TempDir
    Path folder;

    private List<InstalledModel> usable() {
        return LivenessSet.usable(
                new ModelStore(new ModelFolders(folder, folder), new ModelCatalog(List.of(NARROW, OWN, WIDE))));
    }

    private void install(String ids) throws IOException {
        Files.createDirectories(folder.resolve("shipped"));
        for (ModelSpec model : List.of(NARROW, OWN, WIDE)) {
            if (ids.contains(model.id())) {
                Files.write(folder.resolve(model.onnxFile()), WEIGHTS);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "nothing, NONE, ''",
        "own, OWN, own",
        "narrow, NONE, ''",
        "narrow wide, PUBLISHED, narrow wide",
        "own narrow wide, OWN_AND_PUBLISHED, own narrow wide",
    })
    void thePublishedNetworksCountOnlyTogether(String installed, LivenessSet set, String used) throws IOException {
        install(installed);

        assertThat(usable())
                .extracting(model -> model.spec().id())
                .containsExactly(used.isEmpty() ? new String[0] : used.split(" "));
        assertThat(LivenessSet.of(usable())).isEqualTo(set);
    }

    @ParameterizedTest
    @CsvSource({"own narrow", "own wide"})
    void oneOfThePublishedNetworksDoesNotChangeWhatLintelsOwnDoes(String installed) throws IOException {
        install(installed);

        assertThat(LivenessSet.of(usable())).isEqualTo(LivenessSet.OWN);
    }

    @Test
    void anAlteredNetworkIsRefusedInsteadOfLeftOut() throws IOException {
        install("own narrow wide");
        Files.write(folder.resolve(OWN.onnxFile()), new byte[] {9});

        assertThatThrownBy(this::usable).isInstanceOf(LintelException.class).hasMessageContaining("damaged");
    }
}
