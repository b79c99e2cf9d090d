package io.lintel.appliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lintel.appliance.Component.StartPhase;
import io.lintel.system.LintelException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ApplianceTest {

    private final List<String> happened = new CopyOnWriteArrayList<>();

    private final class Fake implements Component {

        private final String name;
        private final StartPhase phase;
        private volatile int failures;
        private volatile boolean failsToStop;
        private volatile boolean responsive = true;

        Fake(String name, StartPhase phase) {
            this.name = name;
            this.phase = phase;
        }

        Fake failing(int times) {
            failures = times;
            return this;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public StartPhase startPhase() {
            return phase;
        }

        @Override
        public void start() {
            if (failures > 0) {
                failures--;
                throw new LintelException(name + " is missing", "bring it");
            }
            happened.add("+" + name);
        }

        @Override
        public void stop() {
            happened.add("-" + name);
            if (failsToStop) {
                throw new IllegalStateException("stuck");
            }
        }

        @Override
        public boolean isResponsive() {
            return responsive;
        }

        @Override
        public Optional<ComponentStatus> status() {
            return Optional.of(ComponentStatus.good(name, "works"));
        }
    }

    private final Fake door = new Fake("door", StartPhase.BEFORE_PAGES);
    private final Fake camera = new Fake("camera", StartPhase.BEFORE_PAGES);
    private final Fake database = new Fake("database", StartPhase.WITH_PAGES);
    private final Fake schedules = new Fake("schedules", StartPhase.WHEN_POSSIBLE);
    private final Fake recognition = new Fake("recognition", StartPhase.WHEN_POSSIBLE);

    private static Appliance of(Component... components) {
        return new Appliance(Arrays.asList(components), Duration.ofMillis(5));
    }

    private Appliance all() {
        return of(door, camera, database, schedules, recognition);
    }

    private void awaitStarted(String name) {
        await().until(() -> happened.contains("+" + name));
    }

    @Test
    void componentsStartInOrderAndStopInReverse() {
        Appliance appliance = all();

        appliance.startBeforePages();
        assertThat(happened).containsExactly("+door", "+camera");
        appliance.start();
        await().until(() -> appliance.status(recognition).orElseThrow().ready());
        appliance.stop();

        assertThat(happened)
                .containsExactly(
                        "+door",
                        "+camera",
                        "+database",
                        "+schedules",
                        "+recognition",
                        "-recognition",
                        "-schedules",
                        "-database",
                        "-camera",
                        "-door");
    }

    @Test
    void theDoorStaysSafeWhileEverythingAfterItIsMissing() {
        Appliance appliance = of(door, recognition.failing(Integer.MAX_VALUE));

        appliance.startBeforePages();
        appliance.start();
        await().until(() -> appliance.status(recognition).orElseThrow().text().contains("recognition is missing"));

        assertThat(happened).startsWith("+door").doesNotContain("-door");
        appliance.stop();
        assertThat(happened).endsWith("-door").doesNotContain("+recognition");
    }

    @Test
    void whatWaitsForModelsOrDatabaseIsTriedUntilItStarts() {
        Appliance appliance = of(door, schedules.failing(2), recognition.failing(3));

        appliance.start();
        awaitStarted("recognition");
        appliance.stop();

        assertThat(happened.stream().filter("+schedules"::equals)).hasSize(1);
        assertThat(happened.stream().filter("+door"::equals)).hasSize(1);
    }

    @Test
    void aWaitingComponentSaysWhyUntilItHasStarted() {
        recognition.failing(Integer.MAX_VALUE);
        Appliance appliance = of(door, recognition);

        assertThat(appliance.status(door).orElseThrow().text()).isEqualTo("not started");
        assertThat(appliance.status(recognition)).contains(ComponentStatus.starting("recognition", "starting"));
        appliance.start();
        await().until(() -> appliance.status(recognition).orElseThrow().state() == ComponentStatus.State.BAD);
        assertThat(appliance.status(recognition).orElseThrow().text())
                .isEqualTo("off: recognition is missing (bring it)");
        recognition.failing(0);
        awaitStarted("recognition");
        await().until(() -> appliance.status(recognition).orElseThrow().ready());
        appliance.stop();
    }

    @Test
    void aDoorThatCannotStartIsRetriedOnceAndThenReportsTheCause() {
        Appliance appliance = of(door.failing(2), camera);

        appliance.startBeforePages();

        assertThatThrownBy(appliance::start).isInstanceOf(LintelException.class).hasMessage("door is missing");
        assertThat(happened).doesNotContain("+camera");
    }

    @Test
    void oneThatFailsToStopKeepsNoOtherOneRunning() {
        camera.failsToStop = true;
        Appliance appliance = all();
        appliance.start();
        await().until(() -> appliance.status(recognition).orElseThrow().ready());

        appliance.stop();

        assertThat(happened).endsWith("-database", "-camera", "-door");
    }

    @Test
    void aFailedStartIsCleanedUpAndTheOthersStillStop() {
        Appliance appliance = of(door, camera.failing(9), database);

        appliance.startBeforePages();
        appliance.stop();

        assertThat(happened).containsExactly("+door", "-camera", "-door");
    }

    @Test
    void onlyStartedComponentsAreAskedWhetherTheyRespond() {
        door.responsive = false;
        recognition.responsive = false;
        Appliance appliance = of(door, recognition.failing(Integer.MAX_VALUE));
        assertThat(appliance.unresponsiveComponents()).isEmpty();

        appliance.start();

        assertThat(appliance.unresponsiveComponents()).containsExactly("door");
        assertThat(new SystemStatus(appliance, () -> 0).of("door").orElseThrow().ready())
                .isFalse();
        appliance.stop();
    }

    @Test
    void twoComponentsOfOneNameOrOutOfOrderAreRefused() {
        assertThatThrownBy(() -> of(door, door)).hasMessageContaining("door");
        assertThatThrownBy(() -> of(recognition, door)).hasMessageContaining("door starts before");
    }

    @Test
    void aStatusThatFailsIsThatComponentsFaultAlone() {
        Component broken = new Probe("people", () -> {
            throw new LintelException("the database cannot be read", "look at the disk");
        });
        Appliance appliance = of(door, broken);
        appliance.start();

        List<ComponentStatus> now = new SystemStatus(appliance, () -> 0).now();

        assertThat(now).extracting(ComponentStatus::component).containsExactly("door", "people");
        assertThat(now.get(1).remedy()).isEqualTo("look at the disk");
        assertThat(SystemStatus.worst(now)).isEqualTo(ComponentStatus.State.BAD);
        appliance.stop();
    }
}
