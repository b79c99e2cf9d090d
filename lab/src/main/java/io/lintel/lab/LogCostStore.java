package io.lintel.lab;

import io.lintel.audit.AuditEvent;
import io.lintel.storage.Database;

/** Writes a row of the log as it was before there was a hash chain. */
final class LogCostStore {

    private LogCostStore() {}

    static void appendUnchained(Database database, AuditEvent event, long at) {
        database.write(sql -> sql.number(
                "INSERT INTO audit_event (at, kind, person, reason, actor, details) VALUES (?, ?, ?, ?, ?, ?) RETURNING seq",
                at,
                event.kind().name(),
                event.person(),
                event.reason(),
                event.actor(),
                event.details()));
    }
}
