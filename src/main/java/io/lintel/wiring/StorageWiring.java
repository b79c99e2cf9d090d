package io.lintel.wiring;

import io.agroal.api.AgroalDataSource;
import io.lintel.audit.AuditLog;
import io.lintel.config.LintelConfig;
import io.lintel.config.RunMode;
import io.lintel.schedule.Schedules;
import io.lintel.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.InstantSource;
import org.flywaydb.core.Flyway;

/**
 * Opens the database at its first use. The beans are proxies: a producer that fails is asked again at the next call, so a part
 * that is missing now (disk, models) needs no restart once it is there.
 */
@Dependent
final class StorageWiring {

    @Produces
    @ApplicationScoped
    Database database(AgroalDataSource source, Flyway flyway, LintelConfig config) {
        return Database.open(source, RunMode.of(config).database(config), flyway::migrate);
    }

    @Produces
    @ApplicationScoped
    AuditLog auditLog(Database database) {
        return new AuditLog(database, InstantSource.system());
    }

    @Produces
    @ApplicationScoped
    Schedules schedules(Database database) {
        return new Schedules(database);
    }
}
