package io.lintel.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Paths;

/** The description of the API without the pages, which are for people. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDocument implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Paths paths = document.getPaths();
        if (paths != null && paths.getPathItems() != null) {
            paths.getPathItems().keySet().stream()
                    .filter(path -> !path.startsWith("/api/"))
                    .toList()
                    .forEach(paths::removePathItem);
        }
    }
}
