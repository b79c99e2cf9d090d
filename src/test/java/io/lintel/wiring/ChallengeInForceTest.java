package io.lintel.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.access.challenge.ChallengeWhen;
import io.lintel.config.LintelConfig;
import io.lintel.config.LintelConfig.Challenge;
import io.lintel.config.SettingsFile;
import io.lintel.config.SettingsReference;
import io.lintel.face.LivenessSet;
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
import org.junit.jupiter.params.provider.EnumSource;

class ChallengeInForceTest {

    @TempDir
    Path folder;

    private LintelConfig config(String... lines) throws IOException {
        Path file = Files.write(folder.resolve("lintel.properties"), List.of(lines));
        return new SettingsFile(file, SettingsReference.shipped()).load();
    }

    @Test
    void unsetItIsNeverAsLongAsNoScreenHasConnected() throws IOException {
        for (LivenessSet liveness : LivenessSet.values()) {
            assertThat(ChallengeInForce.of(config(), liveness, false).when()).isEqualTo(Challenge.NEVER);
        }
    }

    @Test
    void aScreenMakesItWhenUnsureWhereOnlyLintelsOwnNetworkIsInstalled() throws IOException {
        ChallengeInForce challenge = ChallengeInForce.of(config(), LivenessSet.OWN, true);

        assertThat(challenge.when()).isEqualTo(Challenge.WHEN_UNSURE);
        assertThat(challenge.word()).isEqualTo("when-unsure");
        assertThat(challenge.why()).contains("door screen", "own liveness network");
    }

    @ParameterizedTest
    @EnumSource(value = LivenessSet.class, names = "OWN", mode = EnumSource.Mode.EXCLUDE)
    void aScreenChangesNothingWithOtherNetworks(LivenessSet liveness) throws IOException {
        assertThat(ChallengeInForce.of(config(), liveness, true).when()).isEqualTo(Challenge.NEVER);
    }

    @ParameterizedTest
    @CsvSource({"never, NEVER", "when-unsure, WHEN_UNSURE", "always, ALWAYS"})
    void anExplicitSettingAlwaysWins(String word, Challenge expected) throws IOException {
        LintelConfig config = config("lintel.liveness.challenge=" + word);

        for (LivenessSet liveness : LivenessSet.values()) {
            for (boolean screen : new boolean[] {false, true}) {
                ChallengeInForce challenge = ChallengeInForce.of(config, liveness, screen);
                assertThat(challenge.when()).isEqualTo(expected);
                assertThat(challenge.why()).contains("is set");
            }
        }
    }

    @Test
    void theScreensConnectionCountsAtTheNextDecisionAndUntilTheEnd() throws IOException {
        DoorScreens screens = new DoorScreens();
        LintelConfig config = config();
        ConfiguredStepUp door = new ConfiguredStepUp(
                () -> config,
                () -> ChallengeInForce.of(config, LivenessSet.OWN, screens.haveConnected())
                        .when(),
                person -> false,
                () -> HolidayCalendar.NONE,
                InstantSource.fixed(Instant.parse("2026-11-27T10:00:00Z")),
                ZoneOffset.UTC);
        assertThat(door.challenge()).isEqualTo(ChallengeWhen.NEVER);

        assertThat(screens.connect("this machine")).isTrue();
        assertThat(screens.connect("this machine")).isFalse();

        assertThat(door.challenge()).isEqualTo(ChallengeWhen.WHEN_UNSURE);
    }
}
