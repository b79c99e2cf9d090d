package io.lintel.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.audit.AuditFilter;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.config.ResolvedSettings;
import io.lintel.config.SettingOrigin;
import io.lintel.config.SettingsException;
import io.lintel.config.SettingsFile;
import io.lintel.config.SettingsReference;
import io.lintel.storage.TestDatabase;
import io.lintel.system.LintelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsServiceTest {

    private static final String WAIT = "lintel.visit.left-after";
    private static final String HELP = "lintel.door-screen.help";

    @TempDir
    private Path folder;

    private TestDatabase database;
    private AuditLog log;
    private SettingsService settings;
    private String before;
    private int applied;

    @BeforeEach
    void open() throws IOException {
        database = TestDatabase.open(folder.resolve("lintel.db"));
        log = new AuditLog(database.database(), Instant::now);
        Path file = Files.writeString(
                folder.resolve("lintel.properties"), "lintel.data.folder=" + folder + "\nlintel.door.unlock-time=5s\n");
        before = System.setProperty(SettingsFile.IN_FORCE, file.toString());
        ResolvedSettings atStart = new SettingsFile(file, SettingsReference.shipped()).resolve(Map.of());
        settings = new SettingsService(
                log, () -> Optional.of(atStart), SettingsFile::loadWith, key -> key.equals(HELP), () -> {
                    applied++;
                    if (SettingsFile.inForce().page().values().containsValue("too much")) {
                        throw new LintelException("The screen does not take it", "write less");
                    }
                });
    }

    @AfterEach
    void close() {
        database.close();
        if (before == null) {
            System.clearProperty(SettingsFile.IN_FORCE);
        } else {
            System.setProperty(SettingsFile.IN_FORCE, before);
        }
    }

    @Test
    void aFormIsSavedAsAWholeAndOnlyWhatHasChangedIsNoted() {
        List<Setting> changed = settings.changeAll(
                "olga", Map.of(WAIT, "3s", HELP, "Reception: 4711", "lintel.visit.first-wait", "2s"), false);

        assertThat(changed).extracting(Setting::key).containsExactlyInAnyOrder(WAIT, HELP);
        assertThat(settings.find(WAIT).value()).isEqualTo("3s");
        assertThat(settings.find(WAIT).waiting()).isTrue();
        assertThat(settings.find(HELP).live()).isTrue();
        assertThat(noted()).isEqualTo(2);
        assertThat(applied).isEqualTo(1);
    }

    @Test
    void oneValueThatDoesNotFitKeepsAllFromBeingSaved() {
        assertThatThrownBy(() -> settings.changeAll("olga", Map.of(HELP, "x", WAIT, "three weeks"), false))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(WAIT);

        assertThat(settings.find(HELP).value()).isEmpty();
        assertThat(noted()).isZero();
        assertThat(applied).isZero();
    }

    @Test
    void whatGetsTheValueThatItWouldHaveAnywayIsTakenBack() {
        settings.changeAll("olga", Map.of("lintel.door.unlock-time", "4s", WAIT, "3s"), true);
        settings.changeAll("olga", Map.of("lintel.door.unlock-time", "5s", WAIT, "2s"), true);

        assertThat(settings.find("lintel.door.unlock-time").origin()).isEqualTo(SettingOrigin.FILE);
        assertThat(settings.find(WAIT).origin()).isEqualTo(SettingOrigin.DEFAULT);
    }

    @Test
    void allQuestionsAreAskedAtOnceAndEachOnce() {
        Map<String, String> risky =
                Map.of("lintel.door.unlock-time", "4s", "lintel.door.pre-alarm", "10s", "lintel.liveness.mode", "off");

        assertThatThrownBy(() -> settings.changeAll("olga", risky, false))
                .isInstanceOf(ConfirmationNeeded.class)
                .hasMessageContaining("a photo of an enrolled person opens this door")
                .satisfies(question -> assertThat(question.getMessage().split("stand at the door"))
                        .hasSize(2));
        assertThat(settings.find("lintel.liveness.mode").value()).isEqualTo("required");

        assertThat(settings.changeAll("olga", risky, true)).hasSize(3);
    }

    @Test
    void whatThePageMustNotChangeIsRefusedOnlyIfItWouldChange() {
        assertThatThrownBy(() -> settings.changeAll("olga", Map.of("lintel.web.key", "/etc/key"), true))
                .isInstanceOf(ServiceException.class);
        assertThat(settings.changeAll("olga", Map.of("lintel.web.key", ""), true))
                .isEmpty();
        assertThatThrownBy(() -> settings.changeAll("olga", Map.of("lintel.no-such", "1"), true))
                .isInstanceOf(ServiceException.class);
    }

    @Test
    void whatAPartOfTheDoorDoesNotTakeLeavesAllValuesAsTheyWereAndIsNotNoted() {
        settings.changeAll("olga", Map.of(HELP, "Reception: 4711"), false);
        assertThatThrownBy(() -> settings.changeAll("olga", Map.of(HELP, "too much", WAIT, "3s"), false))
                .hasMessage("The screen does not take it");

        assertThat(settings.find(HELP).value()).isEqualTo("Reception: 4711");
        assertThat(settings.find(WAIT).origin()).isEqualTo(SettingOrigin.DEFAULT);
        assertThat(noted()).isEqualTo(1);
        assertThat(applied).as("once for the first, then in vain, then back").isEqualTo(3);
    }

    private int noted() {
        return log.newest(AuditFilter.ALL.withKinds(Set.of(AuditKind.SETTING_CHANGED)), 100)
                .rows()
                .size();
    }
}
