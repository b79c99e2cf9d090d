package io.lintel.wiring.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.config.LintelConfig;
import io.lintel.config.SettingsFile;
import io.lintel.config.SettingsReference;
import io.lintel.wiring.checkup.CheckupFinding.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistanceCheckupTest {

    @TempDir
    Path folder;

    @Test
    void picturesTooSmallForTheDistanceAreNoted() throws IOException {
        CheckupFinding small = DistanceCheckup.of(
                config("lintel.camera.width=640", "lintel.camera.height=480", "lintel.visit.farthest-metres=2.5"));

        assertThat(small.state()).isEqualTo(State.NOTE);
        assertThat(small.detail()).contains("up to 1.5 m").contains("not 2.5 m");
        assertThat(DistanceCheckup.of(config()).state()).isEqualTo(State.OK);
    }

    private LintelConfig config(String... lines) throws IOException {
        Path file = Files.write(folder.resolve("lintel.properties"), List.of(lines));
        return new SettingsFile(file, SettingsReference.shipped()).load();
    }
}
