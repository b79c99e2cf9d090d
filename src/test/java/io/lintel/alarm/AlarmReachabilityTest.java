package io.lintel.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

/** A native image ignores a wrong entry silently: each must name something that is there. */
class AlarmReachabilityTest {

    private final JsonNode metadata = read();

    @Test
    void everyClassAndItsConstructorsAreThere() throws ReflectiveOperationException {
        assertThat(metadata.get("reflection")).isNotEmpty();
        for (JsonNode entry : metadata.get("reflection")) {
            Class<?> type = Class.forName(entry.get("type").asText());
            for (JsonNode method : entry.path("methods")) {
                assertThat(method.get("name").asText()).isEqualTo("<init>");
                assertThat(type.getDeclaredConstructor()).isNotNull();
            }
        }
    }

    @Test
    void everyBundleIsThere() {
        assertThat(metadata.get("resources")).isNotEmpty();
        for (JsonNode entry : metadata.get("resources")) {
            assertThat(ResourceBundle.getBundle(entry.get("bundle").asText()).keySet())
                    .isNotEmpty();
        }
    }

    private static JsonNode read() {
        String file = "/META-INF/native-image/io.lintel/alarm/reachability-metadata.json";
        try (var in = AlarmReachabilityTest.class.getResourceAsStream(file)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException missing) {
            throw new AssertionError(file, missing);
        }
    }
}
