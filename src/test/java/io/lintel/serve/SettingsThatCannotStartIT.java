package io.lintel.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written into the settings page's file must not take the door and its pages away at the next start. */
class SettingsThatCannotStartIT {

    @TempDir
    Path folder;

    private LintelProcess box() throws IOException {
        return new LintelProcess(folder, "lintel.camera.source=demo");
    }

    private Path page(String... lines) throws IOException {
        Files.createDirectories(folder.resolve("data"));
        return Files.write(folder.resolve("data/settings.properties"), List.of(lines));
    }

    @ParameterizedTest
    @CsvSource({
        "lintel.camera.source, /etc/passwd, '', lintel.camera.source",
        "lintel.door-screen.language, fr, '', lintel.door-screen.language",
        "lintel.door.relay, foo bar, lintel.camera.source=v4l2, foo bar",
        "lintel.door.relay, GPIO17, lintel.door.sensor=GPIO17, lintel.door.sensor",
    })
    void thePagesAnswerAndTheMessageNamesTheSetting(String key, String value, String second, String named)
            throws Exception {
        page(key + "=" + value, second);
        try (LintelProcess lintel = box()) {
            LintelProcess.Answer check = lintel.command("config", "check");
            assertThat(check.exitCode()).as(check.out()).isNotZero();
            assertThat(check.out()).contains(named);

            lintel.serve();
            String health = settingsOf(lintel);

            assertThat(health).contains("DOWN").contains(named);
            assertThat(lintel.status("/admin/setup")).isEqualTo(200);
            assertThat(lintel.log()).contains("settings=last-good", "door=LOCKED event=STARTED");
            assertThat(lintel.stop()).isZero();
        }
    }

    @Test
    void theValuesOfTheLastRunAreUsedAndAuditedUntilTheChangeIsTakenBack() throws Exception {
        Path page = page("lintel.door-screen.help=Reception: 4711");
        try (LintelProcess lintel = box()) {
            lintel.serve();
            await().atMost(Duration.ofMinutes(2)).until(() -> Files.exists(folder.resolve("data/settings.last-good")));
            assertThat(lintel.stop()).isZero();

            page("lintel.door-screen.help=Reception: 4711", "lintel.camera.width=7");
            lintel.serve();
            assertThat(settingsOf(lintel)).contains("lintel.camera.width=7 is out of range");
            assertThat(lintel.page("/door/screen")).contains("Reception: 4711");
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> lintel.command("audit", "list").out().contains("SETTINGS_REFUSED"));
            assertThat(lintel.stop()).isZero();

            Files.delete(page);
            lintel.serve();
            assertThat(settingsOf(lintel)).contains("UP");
        }
    }

    @Test
    void aDoorScreensHelpIsShownAsItWasTyped() throws Exception {
        page("lintel.door-screen.help=${HOME} \\u00 $$ 50%");
        try (LintelProcess lintel = box()) {
            lintel.serve();
            assertThat(settingsOf(lintel)).contains("UP");
            assertThat(lintel.page("/door/screen")).contains("${HOME} \\\\u00 $$ 50%");
        }
    }

    /** The part of the health report that is about settings. */
    private static String settingsOf(LintelProcess lintel) {
        await("the pages")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(300))
                .ignoreExceptions()
                .until(() -> lintel.page("/q/health/ready").contains("\"settings\""));
        String health = lintel.page("/q/health/ready");
        String settings = health.substring(health.indexOf("\"settings\""));
        return settings.substring(0, settings.indexOf('}'));
    }
}
