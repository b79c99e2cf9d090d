package io.lintel.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditRow;
import io.lintel.service.PersonNames;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One event of the log.
 *
 * @param seq its place in the order of events
 * @param person the person's number; null for nobody
 * @param name the person's name as long as they are enrolled
 * @param details as docs/ARCHITECTURE.md names them: scores, thresholds, causes
 * @param snapshot whether there is a picture, at {@code /api/v1/audit/SEQ/snapshot}
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.ALWAYS)
public record EventJson(
        long seq,
        String at,
        String kind,
        @Nullable Long person,
        @Nullable String name,
        @Nullable String reason,
        String actor,
        @JsonRawValue @Schema(type = SchemaType.OBJECT) String details,
        boolean snapshot) {

    static EventJson of(AuditRow row, PersonNames names, boolean snapshot) {
        AuditEvent event = row.event();
        return new EventJson(
                row.seq(),
                row.at().toString(),
                event.kind().name(),
                event.person(),
                names.known(event.person()),
                event.reason(),
                event.actor(),
                event.details(),
                snapshot);
    }
}
