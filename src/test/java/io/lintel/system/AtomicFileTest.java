package io.lintel.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir
    Path folder;

    @Test
    void writesContentAndPermissionsAndMakesTheFolder() throws IOException {
        Path file = folder.resolve("new/settings");

        AtomicFile.write(file, "größer\n", AtomicFile.PRIVATE);

        assertThat(file).hasContent("größer");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(AtomicFile.PRIVATE);
    }

    @Test
    void replacesTheFileAndItsPermissions() throws IOException {
        Path file = Files.writeString(folder.resolve("settings"), "a longer text than the next one");

        AtomicFile.write(file, "short", AtomicFile.PRIVATE);

        assertThat(file).hasContent("short");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(AtomicFile.PRIVATE);
        assertThat(folder.toFile().list()).containsExactly("settings");
    }

    @Test
    void whatAPowerCutLeftBesideTheFileIsOverwritten() throws IOException {
        Files.writeString(folder.resolve("settings" + AtomicFile.UNFINISHED), "half of a lo");

        AtomicFile.write(folder.resolve("settings"), "whole", AtomicFile.GROUP_READABLE);

        assertThat(folder.resolve("settings")).hasContent("whole");
        assertThat(folder.toFile().list()).containsExactly("settings");
    }

    @Test
    void aFailureLeavesTheOldFileAndNothingBesideIt() throws IOException {
        Path occupied = Files.createDirectories(folder.resolve("settings"));
        Files.writeString(occupied.resolve("inside"), "old");

        assertThatThrownBy(() -> AtomicFile.write(occupied, "new", AtomicFile.PRIVATE))
                .isInstanceOf(IOException.class);

        assertThat(occupied.resolve("inside")).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("settings");
    }

    @Test
    void aFinishedFileTakesThePlaceOfTheOldOne() throws IOException {
        Path file = Files.writeString(folder.resolve("model.onnx"), "old");
        Path part = Files.writeString(folder.resolve("model.onnx.part"), "verified");

        AtomicFile.finish(part, file);

        assertThat(file).hasContent("verified");
        assertThat(part).doesNotExist();
    }
}
