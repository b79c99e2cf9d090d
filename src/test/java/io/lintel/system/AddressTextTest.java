package io.lintel.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtsp://cam:SECRET@10.0.0.5/1",
                "rtsp://cam:pa@SECRET@10.0.0.5/1",
                "rtsp://cam:SECRET39554/s",
                "rtsp://cam:SECRET/x@10.0.0.5/1",
                "rtsp://cam:2024/SECRET@10.0.0.5/1",
                "rtsp://cam:2024#SECRET@10.0.0.5/1",
                "rtsp://cam:a#SECRET@10.0.0.5/1",
                "rtsp://cam:a?SECRET@10.0.0.5/1",
                "rtsp:/cam:SECRET@10.0.0.5",
                "rtsp:/cam:SECRET",
                "cam:SECRET@10.0.0.5",
                "http://10.0.0.5/s?pw=SECRET",
                "rtsp://10.0.0.5/user=admin&password=SECRET/1",
                "tcp://user:SECRET@broker:1883",
                "opening rtsp://cam:SECRET39554/s failed",
                "\"rtsp://cam:SECRET@10.0.0.5/1\"",
            })
    void aPasswordIsNeverLeft(String text) {
        assertThat(AddressText.masked(text)).doesNotContain("SECRET");
    }

    @ParameterizedTest
    @CsvSource({
        "/dev/video0, /dev/video0",
        "rtsp://10.0.0.5:8554/stream1, rtsp://10.0.0.5:8554/stream1",
        "Europe/Berlin, Europe/Berlin",
        "rtsp://u:p@cam:8554/1, rtsp://…@cam:8554/1",
        "http://[fe80::1]:80/x, http://[fe80::1]:80/x",
        "http://localhost:8080/a@b, http://localhost:8080/a@b",
        "rtsp://10.0.0.5:554/live@720p, rtsp://10.0.0.5:554/live@720p",
        "no route to http://10.0.0.5/x: refused, no route to http://10.0.0.5/x: refused",
    })
    void whatIsNoSecretStays(String text, String shown) {
        assertThat(AddressText.masked(text)).isEqualTo(shown);
    }
}
