package io.lintel.api;

import io.lintel.security.HttpProblem;
import org.jspecify.annotations.Nullable;

/** What a request's JSON must hold. */
public final class Bodies {

    private Bodies() {}

    /** @throws HttpProblem if there is no body */
    public static <T> T needed(@Nullable T body) {
        if (body == null) {
            throw new HttpProblem(400, "The request has no body", "send a JSON object; see /api/v1/openapi");
        }
        return body;
    }

    /** @throws HttpProblem if the member is not there */
    public static <T> T needed(String member, @Nullable T value) {
        if (value == null) {
            throw new HttpProblem(422, "The member '" + member + "' is missing", "see /api/v1/openapi");
        }
        return value;
    }
}
