package io.lintel.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.access.MobileFaceNet;
import io.lintel.access.evidence.DistanceSettings;
import io.lintel.access.loop.LoopSettings;
import io.lintel.access.loop.SecondCameraSettings.WithoutAnswer;
import io.lintel.camera.CaptureLimits;
import io.lintel.camera.PictureOrientation;
import io.lintel.camera.RtspTransport;
import io.lintel.config.LintelConfig;
import io.lintel.config.SettingsException;
import io.lintel.config.SettingsFile;
import io.lintel.config.SettingsReference;
import io.lintel.door.DoorInput;
import io.lintel.door.DoorSettings;
import io.lintel.door.LockWiring;
import io.lintel.door.RelockOn;
import io.lintel.door.gpio.Bias;
import io.lintel.door.gpio.Drive;
import io.lintel.door.gpio.GpioInputLine;
import io.lintel.door.gpio.LineAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsMapperTest {

    @TempDir
    Path folder;

    private LintelConfig config(String... lines) throws IOException {
        Path file = Files.write(folder.resolve("lintel.properties"), java.util.List.of(lines));
        return new SettingsFile(file, SettingsReference.shipped()).load();
    }

    @Test
    void theShippedDefaultsAreTheRoomsOwn() throws IOException {
        LintelConfig config = config("lintel.camera.source=v4l2");

        assertThat(AccessSettingsMapper.access(config, MobileFaceNet.PROFILE)).isEqualTo(MobileFaceNet.ACCESS);
        assertThat(AccessSettingsMapper.loop(config)).isEqualTo(LoopSettings.DEFAULT);
        assertThat(SettingsMapper.captureLimits(config)).isEqualTo(CaptureLimits.defaults());
    }

    @Test
    void eachSettingOfTheDoorReachesItsOwnPlace() throws IOException {
        LintelConfig config = config(
                "lintel.door.unlock-time=4s",
                "lintel.door.longest-unlock=11s",
                "lintel.door.relock-on=close",
                "lintel.door.opening-grace=2s",
                "lintel.door.pre-alarm=21s",
                "lintel.door.held-open-after=31s",
                "lintel.door.wiring=fail-safe");

        assertThat(DoorSettingsMapper.door(config))
                .isEqualTo(new DoorSettings(
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(11),
                        RelockOn.CLOSE,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(21),
                        Duration.ofSeconds(31),
                        LockWiring.FAIL_SAFE));
    }

    @Test
    void aConsentTextThatNoConsentCouldHaveIsRefused() throws IOException {
        LintelConfig config = config("lintel.people.consent-text=" + "x".repeat(1001));

        assertThatThrownBy(() -> SettingsMapper.check(config)).hasMessageContaining("lintel.people.consent-text");
    }

    @Test
    void theDemonstrationsPeopleStandFartherAwayUnlessSomebodySaysOtherwise() throws IOException {
        assertThat(AccessSettingsMapper.distance(config("lintel.camera.source=demo")))
                .isEqualTo(DistanceSettings.DEMONSTRATION);
        assertThat(AccessSettingsMapper.distance(config(
                        "lintel.camera.source=demo",
                        "lintel.visit.farthest-metres=0.8",
                        "lintel.camera.field-of-view=70")))
                .isEqualTo(new DistanceSettings(0.8, 70));
    }

    @Test
    void aDistanceOrALensThatNobodyHasStopsTheStart() {
        assertThatThrownBy(() -> SettingsMapper.check(config("lintel.visit.farthest-metres=0")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("lintel.visit.farthest-metres must lie between 0.3 and 10");
        assertThatThrownBy(() -> SettingsMapper.check(config("lintel.camera.field-of-view=180")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("lintel.camera.field-of-view must lie between 20 and 120 degrees");
    }

    @Test
    void atADoorTheDemoNeverTakesTheCamerasPlace() throws IOException {
        assertThat(SettingsMapper.camera(config("lintel.door.relay=gpiochip0:17"))
                        .address())
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

        assertThat(DoorSettingsMapper.gpio(config).contacts()).containsOnlyKeys(DoorInput.FIRE);
    }

    @Test
    void bothCamerasAreTurnedAndAskedAsTheyAreSet() throws IOException {
        LintelConfig config = config(
                "lintel.camera.rotate=270",
                "lintel.camera.rtsp-transport=udp-multicast",
                "lintel.camera.second.source=/dev/video2",
                "lintel.camera.second.rotate=90",
                "lintel.camera.second.mirror=true",
                "lintel.camera.second.without-answer=first-camera");

        assertThat(SettingsMapper.camera(config).orientation()).isEqualTo(new PictureOrientation(270, false));
        assertThat(SettingsMapper.camera(config).transport()).isEqualTo(RtspTransport.UDP_MULTICAST);
        assertThat(SettingsMapper.secondCamera(config)).hasValueSatisfying(second -> {
            assertThat(second.orientation()).isEqualTo(new PictureOrientation(90, true));
            assertThat(second.transport()).isEqualTo(RtspTransport.AUTO);
        });
        assertThat(SettingsMapper.secondCheck(config).withoutAnswer()).isEqualTo(WithoutAnswer.FIRST_CAMERA);
    }

    @Test
    void anAngleThatNoPictureCanBeTurnedByNamesItsSetting() throws IOException {
        LintelConfig config = config("lintel.camera.rotate=45");

        assertThatThrownBy(() -> SettingsMapper.camera(config)).hasMessageContaining("lintel.camera.rotate");
    }

    @Test
    void aNumberThatARoomRefusesNamesItsGroup() throws IOException {
        LintelConfig config = config("lintel.decision.agreeing-frames=9");

        assertThatThrownBy(() -> SettingsMapper.check(config))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("lintel.decision");
    }

    @Test
    void aTimeZoneThatDoesNotExistIsRefused() throws IOException {
        LintelConfig config = config("lintel.decision.time-zone=Europe/Berlino");

        assertThatThrownBy(() -> SettingsMapper.check(config)).isInstanceOf(SettingsException.class);
    }

    @Test
    void theCheckRefusesAnAlarmReceiverWithoutItsSecretAsTheStartDoes() throws IOException {
        SettingsMapper.check(config());
        LintelConfig config = config(
                "lintel.alarm.webhook.url=https://example.org/door",
                "lintel.alarm.webhook.secret-file=/nonexistent/secret");

        assertThatThrownBy(() -> SettingsMapper.check(config))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("lintel.alarm.webhook.secret-file");
        assertThatThrownBy(() -> AlarmSettings.of(config))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("lintel.alarm.webhook.secret-file");
    }

    @Test
    void aReceiverThatCannotBeOneIsRefused() throws IOException {
        LintelConfig config = config("lintel.alarm.mqtt.broker=http://example.org", "lintel.alarm.device=front door");

        assertThatThrownBy(() -> SettingsMapper.check(config))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("mqtt.broker");
    }

    @Test
    void theNameAtTheBrokerIsMadeOfTheDevices() {
        assertThat(MqttReceiver.clientId("front door, left side"))
                .startsWith("lintel-front-d-")
                .hasSize(23);
        assertThat(MqttReceiver.clientId("hq-building-north-1"))
                .isNotEqualTo(MqttReceiver.clientId("hq-building-north-2"))
                .isEqualTo(MqttReceiver.clientId("hq-building-north-1"));
    }

    @Test
    void aFireInputWithoutARelayIsNotSilentlyIgnored() throws IOException {
        LintelConfig config = config("lintel.door.fire=gpiochip0:22");

        assertThatThrownBy(() -> SettingsMapper.check(config))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("no relay");
    }

    @Test
    void theElectricsAreTheUsualOnesUnlessSet() throws IOException {
        LineAddress fire = LineAddress.parse("gpiochip0:22");
        LintelConfig usual = config("lintel.door.relay=gpiochip0:17", "lintel.door.fire=gpiochip0:22");
        assertThat(DoorSettingsMapper.gpio(usual).contacts().get(DoorInput.FIRE).line())
                .isEqualTo(GpioInputLine.contactToGround(fire));

        LintelConfig own = config(
                "lintel.door.relay=gpiochip0:17",
                "lintel.door.relay-drive=open-drain",
                "lintel.door.fire=gpiochip0:22",
                "lintel.door.contact-bias=disabled",
                "lintel.door.contact-debounce=100ms");
        assertThat(DoorSettingsMapper.gpio(own).relay().drive()).isEqualTo(Drive.OPEN_DRAIN);
        assertThat(DoorSettingsMapper.gpio(own).contacts().get(DoorInput.FIRE).line())
                .isEqualTo(new GpioInputLine(fire, true, Bias.DISABLED, Duration.ofMillis(100)));
    }
}
