package io.lintel.audit.chain;

import io.lintel.audit.AuditDetails;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.storage.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** A log on a real file, with a keeper that signs when it is told to. */
final class SignedLog implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static final List<AuditKind> KINDS =
            List.of(AuditKind.ACCESS_GRANTED, AuditKind.ACCESS_DENIED, AuditKind.DOOR_OPENED);

    final Path file;
    final TestDatabase opened;
    final AuditLog log;
    final ChainKeeper keeper;
    Instant now = NOON;

    SignedLog(Path file) {
        this.file = file;
        opened = TestDatabase.open(file);
        log = new AuditLog(opened.database(), () -> now);
        keeper = log.keeper();
    }

    /** Rows a minute apart, then whatever the keeper does. */
    SignedLog append(int rows) {
        for (int i = 0; i < rows; i++) {
            log.append(AuditEvent.of(KINDS.get(i % KINDS.size()), "door")
                    .about(1 + i % 4)
                    .because("code-" + i % 5)
                    .with(new AuditDetails().put("best", 1 + i % 4).put("best_score", 0.7 + i / 1000.0)));
            now = now.plusSeconds(60);
        }
        keeper.look();
        return this;
    }

    ChainVerification verify() {
        return log.verify(List.of(), null);
    }

    /** The statements that a thief of the file would make: without the triggers. */
    void tamper(String... statements) throws SQLException {
        for (String trigger : List.of(
                "audit_event_no_update",
                "audit_event_no_delete",
                "audit_event_no_replace",
                "audit_event_clock_step",
                "audit_retention_rises",
                "audit_retention_stays",
                "audit_chain_no_update",
                "audit_chain_no_delete",
                "audit_chain_no_replace")) {
            opened.execute("DROP TRIGGER IF EXISTS " + trigger);
        }
        for (String statement : statements) {
            opened.execute(statement);
        }
    }

    @Override
    public void close() {
        opened.close();
    }
}
