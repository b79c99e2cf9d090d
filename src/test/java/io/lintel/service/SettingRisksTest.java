package io.lintel.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.config.LintelConfig;
import io.lintel.config.SettingChoices;
import io.smallrye.config.ConfigMappings;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SettingRisksTest {

    @Test
    void whatWeakensTheDoorIsAskedForTwice() {
        assertThat(SettingRisks.question("lintel.liveness.mode", "required", "off"))
                .isPresent();
        assertThat(SettingRisks.question("lintel.decision.lowest-threshold", "0.65", "0.5"))
                .isPresent();
        assertThat(SettingRisks.question("lintel.decision.target-fpir", "0.003", "0.1"))
                .isPresent();
        assertThat(SettingRisks.question("lintel.visit.farthest-metres", "1.2", "3"))
                .isPresent();
        assertThat(SettingRisks.question("lintel.camera.field-of-view", "60", "90"))
                .isPresent();
        assertThat(SettingRisks.question("lintel.decision.open-without-audit", "false", "true"))
                .isPresent();
        assertThat(SettingRisks.question("lintel.door.relay", "", "gpiochip0:17"))
                .isPresent();
        assertThat(SettingRisks.question("lintel.decision.margin", "0.08", "not a number"))
                .isPresent();
    }

    @Test
    void theSameTimeInAnotherUnitIsAskedAboutToo() {
        assertThat(SettingRisks.question("lintel.visit.first-wait", "2s", "500ms"))
                .isPresent();
        assertThat(SettingRisks.question("lintel.visit.first-wait", "2s", "PT0.5S"))
                .isPresent();
        assertThat(SettingRisks.question("lintel.visit.first-wait", "2s", "1")).isPresent();
        assertThat(SettingRisks.question("lintel.visit.longest-wait", "60s", "10000ms"))
                .isPresent();
        assertThat(SettingRisks.question("lintel.visit.longest-wait", "60s", "1m"))
                .isEmpty();
        assertThat(SettingRisks.question("lintel.visit.first-wait", "1s", "1500ms"))
                .isEmpty();
    }

    @Test
    void aFileWithASecretIsNotChosenFromAfarNorWhereItsTextIsSent() {
        assertThat(SettingRisks.fixed("lintel.alarm.mqtt.password-file", "")).contains("on the box");
        assertThat(SettingRisks.fixed("lintel.alarm.webhook.secret-file", "")).contains("on the box");
        assertThat(SettingRisks.fixed("lintel.alarm.mqtt.broker", "")).contains("on the box");
        assertThat(SettingRisks.fixed("lintel.web.key", "")).contains("on the box");
    }

    @Test
    void strengtheningAndUnrelatedSettingsAreNotRisky() {
        assertThat(SettingRisks.question("lintel.decision.lowest-threshold", "0.65", "0.7"))
                .isEmpty();
        assertThat(SettingRisks.question("lintel.decision.target-fpir", "0.003", "0.001"))
                .isEmpty();
        assertThat(SettingRisks.question("lintel.camera.width", "1280", "640")).isEmpty();
        assertThat(SettingRisks.question("lintel.door-screen.language", "en", "de"))
                .isEmpty();
    }

    @Test
    void aWiredFireInputIsNotTakenAwayFromAfar() {
        assertThat(SettingRisks.fixed("lintel.door.fire", "GPIO5")).contains("on the box");
        assertThat(SettingRisks.fixed("lintel.door.fire-contact", "GPIO5")).contains("on the box");
        assertThat(SettingRisks.fixed("lintel.door.fire", "")).isEmpty();
    }

    @Test
    void aProgramToRunIsNotChosenFromAfar() {
        assertThat(SettingRisks.fixed("lintel.camera.ffmpeg", "")).contains("program");
    }

    @Test
    void everySettingThatIsAChoiceOfWordsIsShownAsOne() {
        var enums = new TreeSet<String>();
        ConfigMappings.getProperties(ConfigMappings.ConfigClass.configClass(LintelConfig.class))
                .forEach((key, property) -> {
                    if (property.isLeaf() && property.asLeaf().getValueRawType().isEnum()) {
                        enums.add(key);
                    }
                });

        assertThat(new TreeSet<>(SettingChoices.enumKeys())).isEqualTo(enums);
    }

    @Test
    void passwordsInAddressesAreNotShown() {
        assertThat(SettingText.masked("lintel.camera.source", "rtsp://user:pass@10.0.0.5/stream"))
                .isEqualTo("rtsp://…@10.0.0.5/stream");
        assertThat(SettingText.masked("lintel.alarm.webhook.url", "https://hooks.example/T0/secret"))
                .isEqualTo("https://hooks.example/…");
        assertThat(SettingText.masked("lintel.camera.source", "rtsp://user:pa@ss@cam/s?pw=secret"))
                .isEqualTo("rtsp://…@cam/s?…");
        assertThat(SettingText.masked("lintel.camera.source", "rtsp://cam/user=admin&password=secret/1"))
                .doesNotContain("secret");
        assertThat(SettingText.masked("lintel.alarm.webhook.url", "http://h?token=SECRETQ"))
                .doesNotContain("SECRETQ");
        assertThat(SettingText.masked("lintel.camera.source", "rtsp://cam:geheim39554/s"))
                .doesNotContain("geheim");
        assertThat(SettingText.masked("lintel.camera.source", "/dev/video0")).isEqualTo("/dev/video0");
    }

    @Test
    void settingsStandUnderTheHeadingOfTheirRoom() {
        assertThat(SettingsService.group("lintel.door-screen.help")).isEqualTo("Door screen");
    }
}
