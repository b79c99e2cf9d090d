package io.lintel.security;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with a request's JSON, by the names that its sender knows: never by those of our classes. */
final class JsonFaults {

    private JsonFaults() {}

    /** Empty for a failure that is not about JSON. */
    static Optional<HttpProblem> find(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException json) {
                return Optional.of(problem(json));
            }
        }
        return Optional.empty();
    }

    private static HttpProblem problem(JacksonException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown ->
                new HttpProblem(
                        400,
                        "There is no member '" + path(unknown) + "'",
                        "use one of "
                                + unknown.getKnownPropertyIds().stream()
                                        .map(String::valueOf)
                                        .sorted()
                                        .collect(Collectors.joining(", ")));
            case JsonMappingException wrong
            when !wrong.getPath().isEmpty() ->
                new HttpProblem(
                        400, "The member '" + path(wrong) + "' does not hold what it must", "see /api/v1/openapi");
            default ->
                new HttpProblem(400, "The body is not the JSON that it must be" + at(failure), "see /api/v1/openapi");
        };
    }

    private static String path(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String at(JacksonException failure) {
        JsonLocation location = failure.getLocation();
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }
}
