package io.lintel.wiring;

import io.agroal.api.AgroalDataSource;
import io.lintel.audit.AuditLog;
import io.lintel.config.LintelConfig;
import io.lintel.config.RunMode;
import io.lintel.service.ScheduleService;
import io.lintel.storage.Database;
import io.lintel.schedule.Schedules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.flywaydb.core.Flyway;

/** Opens the database when it is first asked for; asked again after a failure, tries again. */
@Dependent
final class StorageWiring {

    @Produces
    @Singleton
    Database database(AgroalDataSource source, Flyway flyway, LintelConfig config) {
        return Database.open(source, RunMode.of(config).database(config), flyway::migrate);
    }

    @Produces
    @Singleton
    AuditLog auditLog(Database database) {
        return new AuditLog(database, InstantSource.system());
    }

    @Produces
    @Singleton
    Schedules schedules(Database database) {
        return new Schedules(database);
    }

    /** Behind a proxy, so that pages can be made while the database cannot be opened. */
    @Produces
    @ApplicationScoped
    ScheduleService scheduleService(Schedules schedules, AuditLog audit, LintelConfig config) {
        return new ScheduleService(schedules, audit, RoomSettings.timeZone(config), InstantSource.system());
    }
}
