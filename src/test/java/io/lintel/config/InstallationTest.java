package io.lintel.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

    @TempDir
    Path home;

    @Test
    void librariesInTheInstallationAreUsed() throws IOException {
        Path lib = Files.createDirectory(home.resolve("lib"));
        Files.createFile(lib.resolve("libopencv_java490.so"));

        assertThat(new Installation(home).nativeLibraries()).contains(lib);
    }

    @Test
    void aFolderWithoutLibrariesIsNotTakenForOne() throws IOException {
        Files.createDirectory(home.resolve("lib"));

        assertThat(new Installation(home).nativeLibraries()).isEmpty();
    }
}
