package io.lintel.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** B15: what programs meet that know the API by its description only. */
class RestContractIT {

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    @TempDir
    static Path folder;

    private static LintelProcess lintel;
    private static WebClient admin;

    @BeforeAll
    static void start() throws Exception {
        lintel = new LintelProcess(folder, "lintel.camera.source=demo");
        lintel.serve();
        admin = WebClient.setUp(lintel);
    }

    @AfterAll
    static void stop() throws Exception {
        if (lintel != null) {
            admin.close();
            lintel.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/audit?limit=abc, limit",
        "/api/v1/people/abc, id",
        "/api/v1/people?lmit=3, lmit",
        "/api/v1/audit/abc, seq",
        "/api/v1/accounts/x, account",
        "/api/v1/me?x=y, x"
    })
    void aParameterThatIsNotUnderstoodIsAnsweredWith400AndItsName(String path, String name) {
        HttpResponse<String> answer = admin.get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("'" + name + "'");
    }

    @Test
    void aMemberThatIsUnknownIsNamedAndNothingIsChanged() {
        HttpResponse<String> unknown = admin.json("POST", "/api/v1/groups", "{\"name\":\"Cleaners\",\"shedules\":[]}");
        assertThat(unknown.statusCode()).as(unknown.body()).isEqualTo(400);
        assertThat(unknown.body()).contains("'shedules'").contains("schedules").doesNotContain("io.lintel");
        assertThat(admin.page("/api/v1/groups")).doesNotContain("Cleaners");

        HttpResponse<String> wrong =
                admin.json("POST", "/api/v1/groups", "{\"name\":\"Cleaners\",\"schedules\":[\"x\"]}");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("'schedules.[0]'").doesNotContain("java.");
    }

    @Test
    void brokenJsonIsAnsweredWithWhereItBreaks() {
        HttpResponse<String> broken = admin.json("POST", "/api/v1/groups", "{\"name\":");

        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(broken.body()).contains("line 1, column").doesNotContain("reload");
    }

    @Test
    void aSettingThatHasToBeConfirmedSaysHow() {
        HttpResponse<String> answer =
                admin.json("PUT", "/api/v1/settings/lintel.web.https-port", "{\"value\":\"9443\"}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("confirmed");
        assertThat(admin.json("POST", "/api/v1/door/nosuch", "").body()).contains("lock-down");
    }

    /** Only the plain path was guarded. */
    @ParameterizedTest
    @ValueSource(strings = {"", ".json", ".yaml", ".yml", "?format=json", "/", "/x"})
    void theDescriptionIsForThoseWhoMayUseTheApi(String ending) {
        assertThat(lintel.status("/api/v1/openapi" + ending)).isIn(401, 404);
    }

    @Test
    void theDescriptionIsWholeInItself() throws Exception {
        JsonNode document = new ObjectMapper().readTree(admin.page("/api/v1/openapi?format=json"));
        assertThat(document.path("openapi").asText()).startsWith("3.");
        assertThat(document.at("/info/title").asText()).isNotBlank();
        assertThat(document.at("/info/version").asText()).isNotBlank();
        assertThat(document.at("/servers/0/url").asText()).isEqualTo("/");
        assertThat(document.at("/components/securitySchemes/token/scheme").asText())
                .isEqualTo("bearer");
        references(document, document);
        Set<String> ids = new HashSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation ->
                                operation(document, path.getKey(), path.getValue(), operation.getValue(), ids)));
        assertThat(document.path("paths").size()).isGreaterThan(20);
    }

    private static void operation(JsonNode document, String path, JsonNode item, JsonNode operation, Set<String> ids) {
        if (operation.has("operationId")) {
            assertThat(ids.add(operation.path("operationId").asText()))
                    .as("operationId of " + path)
                    .isTrue();
        }
        Set<String> declared = new TreeSet<>();
        for (JsonNode owner : new JsonNode[] {item, operation}) {
            owner.path("parameters").forEach(parameter -> {
                if (parameter.path("in").asText().equals("path")) {
                    assertThat(parameter.path("required").asBoolean()).as(path).isTrue();
                    declared.add(parameter.path("name").asText());
                }
            });
        }
        Set<String> inPath = new TreeSet<>();
        for (Matcher found = PARAMETER.matcher(path); found.find(); ) {
            inPath.add(found.group(1));
        }
        assertThat(declared).as(path).isEqualTo(inPath);
        operation
                .path("security")
                .forEach(requirement -> requirement
                        .fieldNames()
                        .forEachRemaining(scheme -> assertThat(document.at("/components/securitySchemes/" + scheme)
                                        .isMissingNode())
                                .as(path + " names the scheme " + scheme)
                                .isFalse()));
        JsonNode responses = operation.path("responses");
        assertThat(responses.size()).as(path).isPositive();
        responses
                .properties()
                .forEach(response -> assertThat(
                                response.getValue().path("description").asText())
                        .as(path + " " + response.getKey())
                        .isNotBlank());
        assertThat(responses
                        .at("/401/content/application~1problem+json/schema/$ref")
                        .asText())
                .as(path)
                .isEqualTo("#/components/schemas/Problem");
    }

    private static void references(JsonNode document, JsonNode part) {
        JsonNode reference = part.path("$ref");
        if (reference.isTextual()) {
            assertThat(document.at(reference.asText().substring(1)).isMissingNode())
                    .as(reference.asText())
                    .isFalse();
        }
        part.forEach(child -> references(document, child));
    }

    @Test
    void theDescriptionIsAlsoAPageThatNeedsNothingFromElsewhere() {
        HttpResponse<String> page = admin.get("/admin/api");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("POST /api/v1/people/imports", "allowLookAlike")
                .doesNotContain("src=\"http", "href=\"http");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'");
        assertThat(lintel.status("/admin/api")).isNotEqualTo(200);
    }

    @Test
    void eachOperationSaysWhatItDoesAndNothingOfThePagesIsDescribed() throws Exception {
        JsonNode document = new ObjectMapper().readTree(admin.page("/api/v1/openapi.json"));
        document.path("paths")
                .forEach(item -> item.forEach(
                        operation -> assertThat(operation.path("summary").asText())
                                .as(operation.path("operationId").asText())
                                .contains(" ")
                                .doesNotMatch("([A-Z][a-z]+ )*[A-Z][a-z]+")));
        List<String> schemas = new ArrayList<>();
        document.at("/components/schemas").fieldNames().forEachRemaining(schemas::add);
        assertThat(schemas)
                .allSatisfy(
                        schema -> assertThat(document.toString()).contains("#/components/schemas/" + schema + "\""));
    }

    @Test
    void aMisspeltOrMistypedFormFieldIsNamed() throws Exception {
        byte[] photo = {1};
        assertThat(admin.upload(
                        "/api/v1/people", java.util.Map.of("valid_frm", "2026-01-01"), "photos", "a.jpg", photo))
                .satisfies(names("valid_frm"));
        assertThat(admin.upload("/api/v1/people", java.util.Map.of("name", "Ada"), "photo", "a.jpg", photo))
                .satisfies(names("photo"));
        assertThat(admin.upload("/api/v1/people", java.util.Map.of("allowLookAlike", "yes"), "photos", "a.jpg", photo))
                .satisfies(names("allowLookAlike"));
        assertThat(admin.upload("/api/v1/verify", java.util.Map.of("person", "Ada"), "photo", "a.jpg", photo))
                .satisfies(names("person"));
    }

    private static java.util.function.Consumer<HttpResponse<String>> names(String field) {
        return answer -> {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("'" + field + "'");
        };
    }

    @Test
    void aZipIsImportedAndItsReportIsThere() throws Exception {
        HttpResponse<String> none =
                admin.upload("/api/v1/people/imports", java.util.Map.of(), "zip", "x.zip", new byte[0]);
        assertThat(none.statusCode()).as(none.body()).isEqualTo(422);

        HttpResponse<String> begun = admin.upload(
                "/api/v1/people/imports",
                java.util.Map.of("consentPurpose", "door"),
                "zip",
                "people.zip",
                zip("Ada/note.txt", "no photo"));
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        String report = begun.headers().firstValue("Location").orElseThrow();
        org.awaitility.Awaitility.await().until(() -> admin.page(report).contains("\"over\":true"));
        assertThat(admin.page(report)).contains("\"people\":0").contains("note.txt");
    }

    private static byte[] zip(String name, String text) throws Exception {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var zip = new java.util.zip.ZipOutputStream(bytes)) {
            zip.putNextEntry(new java.util.zip.ZipEntry(name));
            zip.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
