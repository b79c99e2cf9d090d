package io.lintel.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenFilesTest {

    @TempDir
    Path home;

    @Test
    void aFileBelowTheFolderIsFoundWithItsType() throws IOException {
        assertThat(new ScreenFiles(Path.of("kiosk-ui")).find("languages/en.json"))
                .hasValueSatisfying(file -> assertThat(file.type()).isEqualTo("application/json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.json",
                "languages/../../secret.json",
                "way-out.json",
                "README.md",
                "none.js",
                "a\0.js",
                ""
            })
    void nothingElseIs(String address) throws IOException {
        Path secret = Files.writeString(home.resolve("secret.json"), "{}");
        Path folder = Files.createDirectories(home.resolve("kiosk-ui"));
        Files.createDirectory(folder.resolve("languages"));
        Files.createSymbolicLink(folder.resolve("way-out.json"), secret);
        Files.writeString(folder.resolve("README.md"), "for developers");

        assertThat(new ScreenFiles(folder).find(address)).isEmpty();
    }

    @Test
    void anAbsoluteAddressStaysOutside() throws IOException {
        Path secret = Files.writeString(home.resolve("secret.json"), "{}");
        Path folder = Files.createDirectories(home.resolve("kiosk-ui"));

        assertThat(new ScreenFiles(folder).find(secret.toString())).isEmpty();
    }
}
