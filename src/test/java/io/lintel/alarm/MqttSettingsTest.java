package io.lintel.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MqttSettingsTest {

    private static final URI BROKER = URI.create("tcp://192.168.1.10:1883");

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "a/", "/a", "a/#", "a/+/b", "a//b"})
    void theTopicMustBePublishable(String topic) {
        assertThatThrownBy(() -> new MqttSettings(BROKER, topic, "lintel", null, null))
                .hasMessageContaining("topic");
    }

    @Test
    void namesTheSettingThatIsWrong() {
        assertThatThrownBy(() -> new MqttSettings(URI.create("http://host/"), "lintel", "lintel", null, null))
                .hasMessageContaining("broker");
        assertThatThrownBy(() -> new MqttSettings(BROKER, "lintel", "front door", null, null))
                .hasMessageContaining("client-id");
    }

    @Test
    void neverShowsThePassword() {
        assertThat(new MqttSettings(BROKER, "lintel/front-door", "lintel", "door", "knock"))
                .asString()
                .doesNotContain("knock");
    }
}
