package io.lintel.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.lintel.security.HttpProblem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, by key: {@code ?limit=50&after=KEY} (or {@code before}) gives the rest.
 *
 * @param next the key to ask for the rest with; null at the end
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Paging<T>(List<T> items, @Nullable String next) {

    public static final int USUAL = 50;
    public static final int MOST = 1000;

    /** A whole list that needs no pages. */
    public static <T> Paging<T> all(List<T> items) {
        return new Paging<>(items, null);
    }

    /** @param asked the parameter {@code limit}; null for the usual one */
    public static int limit(@Nullable Integer asked) {
        int limit = asked == null ? USUAL : asked;
        if (limit < 1 || limit > MOST) {
            throw new HttpProblem(400, "limit=" + limit + " is not between 1 and " + MOST, "ask for fewer rows");
        }
        return limit;
    }
}
