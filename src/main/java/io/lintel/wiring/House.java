package io.lintel.wiring;

import io.lintel.audit.AuditLog;
import io.lintel.config.LintelConfig;
import io.lintel.storage.Database;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

/**
 * What a command finds when the house is up. Each part is made when it is first asked for, and asked for again after a
 * failure it is tried again.
 */
@Unremovable
@ApplicationScoped
public class House {

    private final LintelConfig config;
    private final Instance<Database> database;
    private final Instance<AuditLog> audit;

    House(LintelConfig config, Instance<Database> database, Instance<AuditLog> audit) {
        this.config = config;
        this.database = database;
        this.audit = audit;
    }

    public LintelConfig config() {
        return config;
    }

    /** @throws io.lintel.storage.StorageException if it cannot be opened */
    public Database database() {
        return database.get();
    }

    /** @throws io.lintel.storage.StorageException if the database cannot be opened */
    public AuditLog audit() {
        return audit.get();
    }
}
