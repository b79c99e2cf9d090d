package io.lintel.wiring;

import io.lintel.backup.BackupKey;
import io.lintel.backup.BackupSchedule;
import io.lintel.backup.Backups;
import io.lintel.backup.DestroyedKeys;
import io.lintel.backup.StagedRestore;
import io.lintel.config.BackupGroup;
import io.lintel.config.LintelConfig;
import io.lintel.config.RunMode;
import io.lintel.config.SecretFile;
import io.lintel.config.SettingsException;
import io.lintel.crypto.DetachedKeyStore;
import io.lintel.service.BackupService;
import io.lintel.storage.Database;
import io.lintel.system.BuildVersion;
import io.lintel.system.LintelException;
import io.lintel.system.MachineName;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalTime;

/** What an installer set about backups. */
public final class BackupSettings {

    private static final String CREDENTIAL = "lintel.backup-passphrase";

    private BackupSettings() {}

    /** @throws SettingsException naming the first setting that cannot be used */
    static void check(LintelConfig config) {
        BackupGroup backup = config.backup();
        plan(config);
        backup.recipient().ifPresent(BackupSettings::recipient);
        if (backup.recipient().isPresent() && backup.passphraseFile().isPresent()) {
            throw new SettingsException(
                    "lintel.backup.recipient and lintel.backup.passphrase-file are both set", "choose one of them");
        }
        backup.folder()
                .ifPresent(folder -> requireElsewhere(folder, config.data().folder()));
    }

    static BackupService.Plan plan(LintelConfig config) {
        BackupGroup backup = config.backup();
        if (backup.keep() < 1) {
            throw new SettingsException("lintel.backup.keep=" + backup.keep() + " keeps none", "keep at least 1");
        }
        return new BackupService.Plan(
                backup.folder(),
                () -> key(backup),
                new BackupSchedule(time(backup), SettingsMapper.timeZone(config)),
                backup.keep(),
                backup.pictures());
    }

    /** What encrypts, by the settings. */
    public static BackupKey.Encrypting key(BackupGroup backup) {
        return backup.recipient()
                .<BackupKey.Encrypting>map(BackupSettings::recipient)
                .orElseGet(() -> new BackupKey.Passphrase(
                        new SecretFile("lintel.backup.passphrase-file", backup.passphraseFile(), CREDENTIAL).read()));
    }

    static Backups backups(LintelConfig config, Database source) {
        return new Backups(
                source::copyTo,
                BoxKeys.files(config),
                config.data().folder(),
                database(config),
                MachineName.current().orElse("lintel"),
                BuildVersion.current(),
                InstantSource.system());
    }

    static DestroyedKeys destroyedKeys(LintelConfig config, Database database) {
        return new DestroyedKeys(
                () -> DetachedKeyStore.destroyed(database), config.data().folder(), InstantSource.system());
    }

    public static StagedRestore restore(LintelConfig config) {
        return new StagedRestore(
                config.data().folder(), database(config), BoxKeys.files(config), InstantSource.system());
    }

    private static BackupKey.Recipient recipient(String text) {
        try {
            return new BackupKey.Recipient(text.strip()).checked();
        } catch (LintelException e) {
            throw new SettingsException("lintel.backup.recipient: " + e.getMessage(), e.remedy(), e);
        }
    }

    private static LocalTime time(BackupGroup backup) {
        try {
            return LocalTime.parse(backup.time().strip());
        } catch (DateTimeException e) {
            throw new SettingsException(
                    "lintel.backup.time=" + backup.time() + " is no time of day", "write it like 02:30", e);
        }
    }

    /** A backup in the data folder goes with it when its disk fails, and would be part of the next one. */
    private static void requireElsewhere(Path folder, Path data) {
        Path inside = folder.toAbsolutePath().normalize();
        if (inside.startsWith(data.toAbsolutePath().normalize())) {
            throw new SettingsException(
                    "lintel.backup.folder=" + folder + " is inside the data folder", "choose one on another disk");
        }
    }

    private static String database(LintelConfig config) {
        return RunMode.of(config).database(config).getFileName().toString();
    }
}
