package io.lintel.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.access.AccessSettings;
import io.lintel.access.loop.LoopSettings;
import io.lintel.camera.CaptureLimits;
import io.lintel.config.LintelConfig;
import io.lintel.config.SettingsException;
import io.lintel.config.SettingsFile;
import io.lintel.config.SettingsReference;
import io.lintel.door.DoorInput;
import io.lintel.door.DoorSettings;
import io.lintel.door.gpio.Bias;
import io.lintel.door.gpio.Drive;
import io.lintel.door.gpio.InputLine;
import io.lintel.door.gpio.LineAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomSettingsTest {

    @TempDir
    Path folder;

    private LintelConfig config(String... lines) throws IOException {
        Path file = Files.write(folder.resolve("lintel.properties"), java.util.List.of(lines));
        return new SettingsFile(file, SettingsReference.shipped()).load();
    }

    @Test
    void theShippedDefaultsAreTheRoomsOwn() throws IOException {
        LintelConfig config = config();

        assertThat(RoomSettings.access(config)).isEqualTo(AccessSettings.DEFAULT);
        assertThat(RoomSettings.loop(config)).isEqualTo(LoopSettings.DEFAULT);
        assertThat(RoomSettings.door(config)).isEqualTo(DoorSettings.DEFAULTS);
        assertThat(RoomSettings.captureLimits(config)).isEqualTo(CaptureLimits.defaults());
    }

    @Test
    void atADoorTheDemoNeverTakesTheCamerasPlace() throws IOException {
        assertThat(RoomSettings.camera(config("lintel.door.relay=gpiochip0:17")).address())
                .isEqualTo("v4l2");
    }

    @Test
    void theDemoIsNotADoorEvenWhereARelayIsSet() throws IOException {
        LintelConfig config = config("lintel.door.relay=gpiochip0:17", "lintel.camera.source=demo");

        assertThat(io.lintel.config.RunMode.of(config)).isEqualTo(io.lintel.config.RunMode.DEMO);
    }

    @Test
    void contactsThatAreSetAreWired() throws IOException {
        LintelConfig config = config("lintel.door.relay=gpiochip0:17", "lintel.door.fire=gpiochip0:22");

        assertThat(RoomSettings.gpio(config).contacts()).containsOnlyKeys(DoorInput.FIRE);
    }

    @Test
    void aNumberThatARoomRefusesNamesItsGroup() throws IOException {
        LintelConfig config = config("lintel.decision.agreeing-frames=9");

        assertThatThrownBy(() -> RoomSettings.check(config))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("lintel.decision");
    }

    @Test
    void aTimeZoneThatDoesNotExistIsRefused() throws IOException {
        LintelConfig config = config("lintel.decision.time-zone=Europe/Berlino");

        assertThatThrownBy(() -> RoomSettings.check(config)).isInstanceOf(SettingsException.class);
    }

    @Test
    void aReceiverOfAlarmsNeedsASecretOnlyWhereItIsTold() throws IOException {
        LintelConfig config = config("lintel.alarm.webhook.url=https://example.org/door");

        RoomSettings.check(config);
        assertThatThrownBy(() -> AlarmSettings.of(config))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("lintel.alarm.webhook.secret-file");
    }

    @Test
    void aReceiverThatCannotBeOneIsRefused() throws IOException {
        LintelConfig config = config("lintel.alarm.mqtt.broker=http://example.org", "lintel.alarm.device=front door");

        assertThatThrownBy(() -> RoomSettings.check(config))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("mqtt broker");
    }

    @Test
    void theNameAtTheBrokerIsMadeOfTheDevices() throws IOException {
        LintelConfig config =
                config("lintel.alarm.mqtt.broker=tcp://example.org", "lintel.alarm.device=front door, left side");

        assertThat(AlarmSettings.of(config).mqtt().orElseThrow().clientId()).isEqualTo("lintel-front-door--left");
    }

    @Test
    void aFireInputWithoutARelayIsNotSilentlyIgnored() throws IOException {
        LintelConfig config = config("lintel.door.fire=gpiochip0:22");

        assertThatThrownBy(() -> RoomSettings.check(config))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("no relay");
    }

    @Test
    void theElectricsAreTheUsualOnesUnlessSet() throws IOException {
        LineAddress fire = LineAddress.parse("gpiochip0:22");
        LintelConfig usual = config("lintel.door.relay=gpiochip0:17", "lintel.door.fire=gpiochip0:22");
        assertThat(RoomSettings.gpio(usual).contacts().get(DoorInput.FIRE).line())
                .isEqualTo(InputLine.contactToGround(fire));

        LintelConfig own = config(
                "lintel.door.relay=gpiochip0:17",
                "lintel.door.relay-drive=open-drain",
                "lintel.door.fire=gpiochip0:22",
                "lintel.door.contact-bias=disabled",
                "lintel.door.contact-debounce=100ms");
        assertThat(RoomSettings.gpio(own).relay().drive()).isEqualTo(Drive.OPEN_DRAIN);
        assertThat(RoomSettings.gpio(own).contacts().get(DoorInput.FIRE).line())
                .isEqualTo(new InputLine(fire, true, Bias.DISABLED, Duration.ofMillis(100)));
    }
}
