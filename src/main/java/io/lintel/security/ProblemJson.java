package io.lintel.security;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * An error as JSON (RFC 9457).
 *
 * @param type always {@code about:blank}: the status says it
 * @param title the status in words
 * @param detail what happened
 * @param remedy what to do about it; an extension member
 */
@RegisterForReflection
public record ProblemJson(String type, String title, int status, String detail, String remedy) {

    public static final String MEDIA_TYPE = "application/problem+json";

    static ProblemJson of(int status, String title, String detail, String remedy) {
        return new ProblemJson("about:blank", title, status, detail, remedy);
    }
}
