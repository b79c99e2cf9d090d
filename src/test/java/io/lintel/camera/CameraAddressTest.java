package io.lintel.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CameraAddressTest {

    @ParameterizedTest
    @CsvSource({
        "/dev/video0, /dev/video0",
        "/dev/v4l/by-id/usb-cam-video-index0, /dev/v4l/by-id/usb-cam-video-index0",
        "v4l2:2, /dev/video2",
        "v4l2:video3, /dev/video3",
        "v4l2:/dev/video1, /dev/video1"
    })
    void aDeviceIsNamedByItsNode(String text, String node) {
        assertThat(CameraAddress.parse(text)).isEqualTo(new CameraAddress.Device(Path.of(node)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"door.mp4", "/srv/My Door.MKV", "clips/enrolled.avi"})
    void aPathWithAVideosEndingIsARecording(String text) {
        assertThat(CameraAddress.parse(text)).isEqualTo(new CameraAddress.Recording(Path.of(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rtsp://cam/1", "rtsps://cam/1", "http://cam:8080/video.mjpg", "https://cam/x"})
    void aNetworkAddressIsAStream(String text) {
        assertThat(CameraAddress.parse(text))
                .isInstanceOfSatisfying(
                        CameraAddress.Stream.class,
                        s -> assertThat(s.url().raw()).isEqualTo(text));
    }

    @Test
    void theWordsAreUnderstoodWithBlanksAround() {
        assertThat(CameraAddress.parse(" auto ")).isEqualTo(new CameraAddress.Auto(true));
        assertThat(CameraAddress.parse("v4l2")).isEqualTo(new CameraAddress.Auto(false));
        assertThat(CameraAddress.parse("demo")).isEqualTo(new CameraAddress.Demo());
        assertThat(CameraAddress.parse("images:/srv/in")).isEqualTo(new CameraAddress.Images(Path.of("/srv/in")));
    }

    @ParameterizedTest
    @CsvSource({
        "deom, demo",
        "Auto, auto",
        "rtps://cam/1, rtsp://",
        "htpp://cam/1, http://",
        "rtsp:/cam/1, rtsp://",
        "0, /dev/video0",
        "/dev/vidoe0, /dev/video0",
        "v412:0, v4l2:0",
        "ftp://cam/1.mp4, rtsp://"
    })
    void aTypoIsAnsweredWithTheNearestSpelling(String text, String meant) {
        assertThatThrownBy(() -> CameraAddress.parse(text))
                .isInstanceOfSatisfying(
                        CameraException.class, e -> assertThat(e.remedy()).contains("did you mean " + meant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "images:", "/srv/pictures", "door.txt", "http://", "something else"})
    void nonsenseIsRefusedWithTheListOfWhatIsPossible(String text) {
        assertThatThrownBy(() -> CameraAddress.parse(text))
                .isInstanceOf(CameraException.class)
                .extracting(e -> ((CameraException) e).remedy())
                .asString()
                .containsAnyOf("rtsp://", "images:folder");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtps://admin:sesame@10.0.0.5/1",
                "rtsp:/admin:sesame@10.0.0.5/1",
                "admin:sesame@10.0.0.5/1",
                "rtsp://admin:ses/sesame@10.0.0.5/1 x",
                "htp://10.0.0.5/snap?user=admin&password=sesame"
            })
    void anErrorNeverRepeatsAPassword(String text) {
        assertThatThrownBy(() -> CameraAddress.parse(text))
                .isInstanceOfSatisfying(
                        CameraException.class,
                        e -> assertThat(e.getMessage() + e.remedy()).doesNotContain("sesame"));
    }
}
