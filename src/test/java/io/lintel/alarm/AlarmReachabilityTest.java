package io.lintel.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.ResourceBundle;
import java.util.ServiceLoader;
import org.eclipse.paho.client.mqttv3.spi.NetworkModuleFactory;
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
    void everyBundleAndEveryFileIsThere() {
        assertThat(metadata.get("resources")).isNotEmpty();
        for (JsonNode entry : metadata.get("resources")) {
            if (entry.has("glob")) {
                assertThat(getClass().getResource("/" + entry.get("glob").asText()))
                        .isNotNull();
            } else {
                assertThat(ResourceBundle.getBundle(entry.get("bundle").asText())
                                .keySet())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void everyWayToABrokerThatPahoFindsAsAServiceIsThere() {
        List<String> entries = metadata.get("reflection")
                .valueStream()
                .map(entry -> entry.get("type").asText())
                .toList();
        assertThat(ServiceLoader.load(NetworkModuleFactory.class).stream()
                        .map(factory -> factory.type().getName()))
                .isNotEmpty()
                .isSubsetOf(entries);
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
