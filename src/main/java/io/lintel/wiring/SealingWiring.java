package io.lintel.wiring;

import io.lintel.audit.AuditLog;
import io.lintel.audit.SnapshotFolder;
import io.lintel.config.LintelConfig;
import io.lintel.config.RunMode;
import io.lintel.crypto.PersonKeyStore;
import io.lintel.crypto.PictureCipher;
import io.lintel.gallery.People;
import io.lintel.gallery.UnsealedStore;
import io.lintel.service.BoxKeyService;
import io.lintel.service.Snapshots;
import io.lintel.storage.Database;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The keys of people's data, and the pictures that are sealed with them. */
@Dependent
final class SealingWiring {

    /** Nothing is in the clear any more once it is there. */
    @Produces
    @ApplicationScoped
    PersonKeyStore keys(Database database, LintelConfig config) {
        PersonKeyStore keys = PersonKeyStore.open(database, BoxKeys.files(config));
        new UnsealedStore(database, keys).sealAll();
        return keys;
    }

    @Unremovable
    @Produces
    @Singleton
    BoxKeyService boxKey(PersonKeyStore keys, AuditLog audit) {
        return new BoxKeyService(keys, audit);
    }

    @Produces
    @Singleton
    Snapshots snapshots(
            AuditLog audit,
            People people,
            Database database,
            PersonKeyStore keys,
            LintelConfig config,
            ImmediateSettings live) {
        return new Snapshots(
                audit,
                people,
                new SnapshotFolder(
                        RunMode.of(config).snapshots(config),
                        () -> SettingsMapper.snapshots(live.now()),
                        InstantSource.system(),
                        new PictureCipher(
                                database,
                                keys,
                                row -> audit.row(row)
                                        .map(found -> found.event().person())
                                        .orElse(null))),
                config.log().snapshots());
    }
}
