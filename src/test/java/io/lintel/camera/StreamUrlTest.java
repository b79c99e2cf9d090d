package io.lintel.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamUrlTest {

    @ParameterizedTest
    @CsvSource({
        "rtsp://10.0.0.5/1, 10.0.0.5, 554, rtsp://10.0.0.5/1",
        "rtsps://cam/1, cam, 322, rtsps://cam/1",
        "http://cam:8080/a/b.mjpg, cam, 8080, http://cam:8080/a/b.mjpg",
        "https://cam, cam, 443, https://cam",
        "rtsp://[fe80::1]:8554/x, [fe80::1], 8554, rtsp://[fe80::1]:8554/x",
        "rtsp://admin:sesame@cam/1, cam, 554, rtsp://cam/1",
        "rtsp://admin:se@s^m%e@cam:554/1, cam, 554, rtsp://cam/1",
        "http://10.0.0.5/@cam/live, 10.0.0.5, 80, http://10.0.0.5/@cam/live",
        "http://cam/snap?user=a&pwd=sesame, cam, 80, http://cam/snap"
    })
    void hostPortAndWhatMayBeShownAreFound(String text, String host, int port, String shown) {
        StreamUrl url = StreamUrl.parse(text);

        assertThat(url.host()).isEqualTo(host);
        assertThat(url.port()).isEqualTo(port);
        assertThat(url.display()).isEqualTo(shown);
        assertThat(url).hasToString(shown);
        assertThat(url.raw()).isEqualTo(text);
    }

    @Test
    void ffmpegMessagesLoseSecretsButKeepTheirMeaning() {
        StreamUrl url = StreamUrl.parse("rtsp://admin:sesame@cam:8554/1?token=tulip");

        assertThat(url.scrub("rtsp://admin:sesame@cam:8554/1?token=tulip: Connection refused"))
                .isEqualTo("rtsp://cam:8554/1: Connection refused");
        assertThat(url.scrub("401 for admin:sesame, realm x")).doesNotContain("sesame");
        assertThat(url.scrub("GET /1?token=tulip failed")).doesNotContain("tulip");
        assertThat(url.scrub("redirected to http://bob:pw2@other/x?y=z ok"))
                .isEqualTo("redirected to http://…@other/x?… ok");
    }

    /** ffmpeg decodes %XX before it sends user and password. */
    @ParameterizedTest
    @CsvSource({
        "rtsp://u:a%b1c@cam/1, rtsp://u:a%25b1c@cam/1",
        "rtsp://u:50%off@cam/1, rtsp://u:50%25off@cam/1",
        "rtsp://u:a%2Fb@cam/1, rtsp://u:a%2Fb@cam/1",
        "rtsp://u:a%25b1c@cam/1, rtsp://u:a%25b1c@cam/1",
        "rtsp://u:p@ss%@cam/1, rtsp://u:p@ss%25@cam/1",
        "rtsp://cam/a%20b, rtsp://cam/a%20b",
    })
    void aPercentSignThatWasTypedForItselfReachesTheCamera(String typed, String forFfmpeg) {
        assertThat(StreamUrl.parse(typed).forFfmpeg()).isEqualTo(forFfmpeg);
    }

    @ParameterizedTest
    @CsvSource({
        "rtsp://u:Türe§1@cam/1, rtsp://u:T%C3%BCre%C2%A71@cam/1",
        "rtsp://u:T%C3%BCre@cam/1, rtsp://u:T%C3%BCre@cam/1",
        "rtsp://u:%E2%82%AC5@cam/1, rtsp://u:%E2%82%AC5@cam/1",
        "rtsp://u:%C3x@cam/1, rtsp://u:%25C3x@cam/1",
        "rtsp://bü:€%@cam/1, rtsp://b%C3%BC:%E2%82%AC%25@cam/1",
    })
    void aPasswordWithLettersBeyondAsciiReachesTheCameraInUtf8(String typed, String forFfmpeg) {
        assertThat(StreamUrl.parse(typed).forFfmpeg()).isEqualTo(forFfmpeg);
        String userInfo = forFfmpeg.substring("rtsp://".length(), forFfmpeg.indexOf("@cam"));
        assertThat(StreamUrl.parse(typed).scrub("401 for " + userInfo)).isEqualTo("401 for …");
    }

    /** "admin" is no camera: the password was cut at its own #, / or ?. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtsp://admin:2024#door@192.168.1.5/stream",
                "rtsp://admin:2024/door@192.168.1.5/stream",
                "rtsp://admin:2024?door@192.168.1.5/stream",
                "rtsp://admin:a#b@cam/1",
            })
    void aPasswordThatWasCutAtAnUnwrittenCharacterIsRefusedWithWhatToWrite(String typed) {
        assertThatThrownBy(() -> StreamUrl.parse(typed))
                .isInstanceOfSatisfying(
                        CameraException.class,
                        refused -> assertThat(refused.remedy()).contains("# as %23"))
                .hasMessageNotContaining("door")
                .hasMessageNotContaining("2024");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b", "a\"b", "a\\b", "a b", "§%\"\\: x", "a@b@c", "'$(x)'"})
    void aPasswordReachesTheCameraAsItWasTyped(String password) {
        StreamUrl url = StreamUrl.parse("rtsp://u:" + password + "@192.168.1.5/stream");

        assertThat(url.host()).isEqualTo("192.168.1.5");
        assertThat(url.display()).isEqualTo("rtsp://192.168.1.5/stream");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtsp://192.168.1.5:554/user=a_password=x@y",
                "rtsp://cam.local:554/live@720p",
                "http://localhost:8080/a@b"
            })
    void anAtSignInAPathIsNoPassword(String typed) {
        assertThat(StreamUrl.parse(typed).raw()).isEqualTo(typed);
    }

    @Test
    void aVideoFileOnAWebServerIsARecordingAndAStreamIsNot() {
        assertThat(StreamUrl.parse("http://nas/door.mp4?x=1").isRecording()).isTrue();
        assertThat(StreamUrl.parse("http://cam/video.mjpg").isRecording()).isFalse();
        assertThat(StreamUrl.parse("rtsp://cam/door.mp4").isRecording()).isFalse();
    }
}
