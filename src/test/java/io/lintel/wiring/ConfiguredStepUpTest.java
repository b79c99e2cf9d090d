package io.lintel.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.access.MobileFaceNet;
import io.lintel.access.challenge.ChallengeWhen;
import io.lintel.access.evidence.LivenessPolicy;
import io.lintel.config.LintelConfig;
import io.lintel.config.SettingsException;
import io.lintel.config.SettingsFile;
import io.lintel.config.SettingsReference;
import io.lintel.face.LivenessSet;
import io.lintel.gallery.PersonId;
import io.lintel.schedule.HolidayCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfiguredStepUpTest {

    private static final PersonId WITH_PIN = new PersonId(1);
    private static final PersonId WITHOUT = new PersonId(2);

    @TempDir
    Path folder;

    private LintelConfig config(String... lines) throws IOException {
        Path file = Files.write(folder.resolve("lintel.properties"), List.of(lines));
        return new SettingsFile(file, SettingsReference.shipped()).load();
    }

    private static ConfiguredStepUp at(LintelConfig config, String instant) {
        return new ConfiguredStepUp(
                () -> config,
                () -> ChallengeInForce.of(config, LivenessSet.OWN_AND_PUBLISHED, true)
                        .when(),
                WITH_PIN::equals,
                () -> HolidayCalendar.NONE,
                InstantSource.fixed(Instant.parse(instant)),
                ZoneOffset.UTC);
    }

    @Test
    void byDefaultOnlyThePinOfThoseWhoHaveOneIsAskedFor() throws IOException {
        ConfiguredStepUp usual = at(config(), "2026-11-27T10:00:00Z");

        assertThat(usual.challenge()).isEqualTo(ChallengeWhen.NEVER);
        assertThat(usual.needsPin(WITH_PIN)).isTrue();
        assertThat(usual.needsPin(WITHOUT)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2026-11-27T10:00:00Z, WHEN_UNSURE, false", "2026-11-27T20:00:00Z, ALWAYS, true"})
    void outsideOfTheHoursMoreIsAskedFor(String at, ChallengeWhen challenge, boolean pin) throws IOException {
        ConfiguredStepUp byHours = at(
                config(
                        "lintel.liveness.challenge=outside-hours",
                        "lintel.liveness.challenge-hours=mon-fri 08:00-18:00",
                        "lintel.pin.mode=outside-hours",
                        "lintel.pin.hours=mon-fri 08:00-18:00"),
                at);

        assertThat(byHours.challenge()).isEqualTo(challenge);
        assertThat(byHours.needsPin(WITH_PIN)).isEqualTo(pin);
        assertThat(byHours.needsPin(WITHOUT)).isEqualTo(pin);
    }

    @Test
    void hoursInTheSettingsAreWrittenAsInASchedule() throws IOException {
        ConfiguredStepUp byHours = at(
                config("lintel.pin.mode=outside-hours", "lintel.pin.hours=weekdays 8:00-18:00, fri,sat 19:00-24:00"),
                "2026-11-27T20:00:00Z");

        assertThat(byHours.needsPin(WITHOUT)).isFalse();
    }

    @Test
    void hoursThatAreMissingStopTheStart() throws IOException {
        LintelConfig config = config("lintel.pin.mode=outside-hours");

        assertThatThrownBy(() -> SettingsMapper.check(config))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("lintel.pin.hours");
    }

    @Test
    void hoursThatAreMisspeltStopTheStart() throws IOException {
        LintelConfig config = config("lintel.pin.hours=9 to 5");

        assertThatThrownBy(() -> SettingsMapper.check(config)).isInstanceOf(SettingsException.class);
    }

    @ParameterizedTest
    @CsvSource({"relaxed, 0.35", "balanced, 0.5", "Strict, 0.7", "0.42, 0.42"})
    void theLevelIsAWordOrANumber(String word, double level) throws IOException {
        assertThat(AccessSettingsMapper.access(config("lintel.liveness.level=" + word), MobileFaceNet.PROFILE)
                        .liveness())
                .isEqualTo(LivenessPolicy.Required.at(level));
    }

    @ParameterizedTest
    @CsvSource({"paranoid", "1.5"})
    void anotherLevelStopsTheStart(String word) throws IOException {
        LintelConfig config = config("lintel.liveness.level=" + word);

        assertThatThrownBy(() -> SettingsMapper.check(config)).isInstanceOf(SettingsException.class);
    }

    @Test
    void aDoorWithoutAnyLivenessNetworkKeepsItsRuleAndWarns() throws IOException {
        LintelConfig door = config("lintel.camera.source=/dev/video9");

        assertThat(StandingWarnings.policy(door, LivenessPolicy.DEFAULT, LivenessSet.NONE))
                .isEqualTo(LivenessPolicy.DEFAULT);
        assertThat(StandingWarnings.of(door, LivenessSet.NONE))
                .singleElement()
                .satisfies(warning -> assertThat(warning.text()).contains("lets nobody in"));
        assertThat(StandingWarnings.of(door, LivenessSet.OWN_AND_PUBLISHED)).isEmpty();
        assertThat(StandingWarnings.of(door, LivenessSet.PUBLISHED)).isEmpty();
    }

    @Test
    void aDemonstrationWithoutThemSaysThatAPhotoPasses() throws IOException {
        LintelConfig demo = config("lintel.camera.source=demo");

        assertThat(StandingWarnings.policy(demo, LivenessPolicy.DEFAULT, LivenessSet.NONE))
                .isInstanceOf(LivenessPolicy.Off.class);
        assertThat(StandingWarnings.of(demo, LivenessSet.NONE))
                .singleElement()
                .satisfies(warning -> assertThat(warning.text()).contains("a photo passes"));
    }

    @ParameterizedTest
    @CsvSource({"demo", "/dev/video9"})
    void withLintelsOwnNetworkAloneTheRuleStaysAndThePagesSayThatThePairIsBetter(String camera) throws IOException {
        LintelConfig config = config("lintel.camera.source=" + camera);

        assertThat(StandingWarnings.policy(config, LivenessPolicy.DEFAULT, LivenessSet.OWN))
                .isEqualTo(LivenessPolicy.DEFAULT);
        assertThat(StandingWarnings.of(config, LivenessSet.OWN)).singleElement().satisfies(warning -> {
            assertThat(warning.severe()).isFalse();
            assertThat(warning.text())
                    .contains("lintel_liveness", "published pair", "lintel models fetch")
                    .doesNotContain("cannot be told", "a photo passes");
        });
    }

    @Test
    void antiSpoofingSwitchedOffIsSaidForGood() throws IOException {
        LintelConfig off = config("lintel.liveness.mode=off");

        assertThat(StandingWarnings.of(off, LivenessSet.OWN_AND_PUBLISHED))
                .singleElement()
                .satisfies(warning -> assertThat(warning.code()).isEqualTo("no-anti-spoofing"));
    }
}
