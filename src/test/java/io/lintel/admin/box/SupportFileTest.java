package io.lintel.admin.box;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.config.SettingOrigin;
import io.lintel.service.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What leaves the house in it must say nothing about anybody. */
class SupportFileTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camera=rtsp://ada:secret@192.168.1.50/stream lost",
                "peer 10.0.0.7 closed",
                "peer fd00:12:0:0:0:0:0:7 closed",
                "mail ada@example.org",
                "set-up-token=ABCDE-12345-FGHJK-67890",
            })
    void addressesAndTokensAreMasked(String line) {
        assertThat(SupportFile.anonymous(line))
                .contains("…")
                .doesNotContain("secret", "192.168", "10.0.0.7", "fd00", "ada", "ABCDE", "example");
    }

    @Test
    void whatTellsNothingAboutAnybodyStays() {
        assertThat(SupportFile.anonymous("door=LOCKED event=STARTED took=1.25s 12:30:05"))
                .isEqualTo("door=LOCKED event=STARTED took=1.25s 12:30:05");
    }

    @Test
    void ofSettingsOnlyWordsOfAListAndNumbersAreTold() {
        assertThat(SupportFile.value(setting("lintel.door.wiring", "fail-safe")))
                .isEqualTo("fail-safe");
        assertThat(SupportFile.value(setting("lintel.door.unlock-time", "5s"))).isEqualTo("5s");
        assertThat(SupportFile.value(setting("lintel.camera.source", "rtsp://ada:secret@cam/")))
                .isEqualTo("(set)");
        assertThat(SupportFile.value(setting("lintel.door-screen.help", "Call Ada")))
                .isEqualTo("(set)");
    }

    private static Setting setting(String key, String value) {
        return new Setting(key, "", value, value, "", "", SettingOrigin.PAGE, List.of(), false, "");
    }
}
