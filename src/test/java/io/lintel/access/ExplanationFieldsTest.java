package io.lintel.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplanationFieldsTest {

    @Test
    void jsonHoldsTheSameFieldsInTheSameOrder() throws Exception {
        Scenario door = new Scenario();
        Decision decision = door.stand(Duration.ofSeconds(2), door.stranger()).getFirst();
        ExplanationFields fields = decision.explanation().fields();

        JsonNode json = new ObjectMapper().readTree(fields.toDetails().json());

        assertThat(json.fieldNames())
                .toIterable()
                .containsExactlyElementsOf(fields.values().keySet());
        assertThat(json.get("threshold").doubleValue()).isEqualTo(0.67);
        assertThat(json.get("looks").longValue()).isGreaterThanOrEqualTo(8);
        assertThat(json.get("liveness_rule").textValue()).isEqualTo("required");
    }

    @Test
    void textIsEscaped() throws Exception {
        ExplanationFields fields = new ExplanationFields(new LinkedHashMap<>(Map.of("models", "a\"b\\c\nd\u0001é")));

        assertThat(new ObjectMapper()
                        .readTree(fields.toDetails().json())
                        .get("models")
                        .textValue())
                .isEqualTo("a\"b\\c\nd\u0001é");
    }
}
