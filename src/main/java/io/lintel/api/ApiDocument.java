package io.lintel.api;

import io.lintel.security.ProblemJson;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** The description of the API: without the pages, which are for people, and with what all operations have in common. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDocument implements OASFilter {

    private static final String PROBLEM = "Problem";

    /** As in quarkus.smallrye-openapi.security-scheme-name. */
    private static final String SCHEME = "token";

    private static final Map<String, String> OF_ALL = new TreeMap<>(Map.of(
            "400", "A parameter or the body is not understood; the detail names it",
            "401", "There is no API token, or it is not in force",
            "403", "The role does not allow this",
            "421", "The box is not called so: see lintel.web.host-names",
            "503", "Something is busy or has not started yet"));

    private static final Map<String, String> WITH_BODY = new TreeMap<>(Map.of(
            "408", "The request did not arrive in time",
            "409", "It contradicts what is there already, or has to be confirmed",
            "413", "The request is too large",
            "415", "The body has another content type than it must have",
            "422", "Something in the body cannot be done; the detail says what"));

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Paths paths = document.getPaths();
        if (paths == null || paths.getPathItems() == null) {
            return;
        }
        paths.getPathItems().keySet().stream()
                .filter(path -> !path.startsWith("/api/"))
                .toList()
                .forEach(paths::removePathItem);
        document.setServers(List.of(OASFactory.createServer().url("/").description("This box")));
        Components components =
                document.getComponents() == null ? OASFactory.createComponents() : document.getComponents();
        components.addSecurityScheme(
                SCHEME,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("An API token, from the page API tokens or /api/v1/tokens"));
        components.addSchema(PROBLEM, problem());
        document.setComponents(components);
        document.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(SCHEME)));
        paths.getPathItems()
                .forEach((path, item) -> item.getOperations().values().forEach(operation -> {
                    errors(operation, OF_ALL);
                    if (path.contains("{")) {
                        errors(operation, Map.of("404", "There is no such thing"));
                    }
                    if (operation.getRequestBody() != null) {
                        errors(operation, WITH_BODY);
                    }
                }));
    }

    private static void errors(Operation operation, Map<String, String> all) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        all.forEach((status, words) -> operation.getResponses().addAPIResponse(status, error(words)));
    }

    private static APIResponse error(String words) {
        return OASFactory.createAPIResponse()
                .description(words)
                .content(OASFactory.createContent()
                        .addMediaType(
                                ProblemJson.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM))));
    }

    /** {@link ProblemJson}. */
    private static Schema problem() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("An error (RFC 9457)")
                .required(List.of("type", "title", "status", "detail", "remedy"))
                .addProperty("type", text("about:blank: the status says it"))
                .addProperty("title", text("The status in words"))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.INTEGER)
                                .format("int32"))
                .addProperty("detail", text("What happened"))
                .addProperty("remedy", text("What to do about it"));
    }

    private static Schema text(String words) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(words);
    }
}
