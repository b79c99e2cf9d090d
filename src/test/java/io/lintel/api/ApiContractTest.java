package io.lintel.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.security.HttpProblem;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiContractTest {

    private final ApiContract contract = ApiContract.of(new JsonObject("""
            {"paths": {
              "/api/v1/people": {"get": {"parameters": [
                {"name": "limit", "in": "query", "schema": {"type": "integer", "format": "int32"}},
                {"name": "q", "in": "query", "schema": {"type": "string"}}]}},
              "/api/v1/people/{id}": {
                "parameters": [{"name": "id", "in": "path", "schema": {"type": "integer"}}],
                "get": {},
                "delete": {"parameters": [{"name": "sure", "in": "query", "schema": {"type": ["null", "boolean"]}}]}},
              "/api/v1/people/imports": {"get": {}}
            }}"""));

    private void check(String method, String path, Map<String, List<String>> query) {
        contract.check(method, path, query);
    }

    @Test
    void aNumberThatIsNoneIsNamedAndNotTakenForAMissingAddress() {
        assertThatThrownBy(() -> check("GET", "/api/v1/people", Map.of("limit", List.of("abc"))))
                .isInstanceOf(HttpProblem.class)
                .hasMessageContaining("'limit'")
                .satisfies(
                        problem -> assertThat(((HttpProblem) problem).status()).isEqualTo(400));
        assertThatThrownBy(() -> check("GET", "/api/v1/people/abc", Map.of())).hasMessageContaining("'id'");
        assertThatThrownBy(() -> check("GET", "/api/v1/people", Map.of("limit", List.of("5", ""))))
                .hasMessageContaining("'limit'");
        assertThatThrownBy(() -> check("DELETE", "/api/v1/people/1", Map.of("sure", List.of("yes"))))
                .hasMessageContaining("'sure'");
    }

    @Test
    void aMisspeltParameterIsNamedAndTheKnownOnesAreToo() {
        assertThatThrownBy(() -> check("GET", "/api/v1/people", Map.of("lmit", List.of("5"))))
                .hasMessageContaining("'lmit'")
                .satisfies(
                        problem -> assertThat(((HttpProblem) problem).remedy()).contains("limit, q"));
    }

    @Test
    void whatIsDescribedPasses() {
        assertThatCode(() -> {
                    check("GET", "/api/v1/people", Map.of("limit", List.of("5"), "q", List.of("a b")));
                    check("GET", "/api/v1/people/12", Map.of());
                    check("DELETE", "/api/v1/people/12", Map.of("sure", List.of("true")));
                    check("GET", "/api/v1/people/imports", Map.of());
                    check("GET", "/api/v1/nothing/here", Map.of("x", List.of("y")));
                })
                .doesNotThrowAnyException();
    }
}
