package io.lintel.api;

import io.lintel.audit.AuditFilter;
import io.lintel.audit.AuditKind;
import io.lintel.security.HttpProblem;
import jakarta.ws.rs.QueryParam;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which events a program wants. */
public class EventQuery {

    @QueryParam("kind")
    @Parameter(description = "Only this kind; may be given several times")
    List<String> kinds = List.of();

    @QueryParam("person")
    @Parameter(description = "Only what is about the person of this number")
    @Nullable
    Long person;

    @QueryParam("reason")
    @Parameter(description = "Only this reason, such as unknown or spoof")
    @Nullable
    String reason;

    @QueryParam("from")
    @Parameter(description = "From this time on, such as 2026-11-22T06:00:00Z")
    @Nullable
    String from;

    @QueryParam("to")
    @Parameter(description = "Before this time")
    @Nullable
    String to;

    @QueryParam("text")
    @Parameter(description = "Only what holds these words in its details")
    @Nullable
    String text;

    AuditFilter filter() {
        return new AuditFilter(
                kinds(),
                Parameters.cursor("person", person),
                reason,
                Parameters.time("from", from),
                Parameters.time("to", to),
                text);
    }

    private Set<AuditKind> kinds() {
        Set<AuditKind> wanted = EnumSet.noneOf(AuditKind.class);
        for (String kind : kinds) {
            try {
                wanted.add(AuditKind.valueOf(kind));
            } catch (IllegalArgumentException e) {
                throw new HttpProblem(
                        400, "there is no kind '" + kind + "' of event", "see docs/ARCHITECTURE.md for the kinds");
            }
        }
        return wanted;
    }
}
