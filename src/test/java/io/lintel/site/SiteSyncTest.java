package io.lintel.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lintel.gallery.PersonId;
import io.lintel.schedule.Group;
import io.lintel.schedule.Holiday;
import io.lintel.schedule.Period;
import io.lintel.schedule.Schedule;
import io.lintel.schedule.ScheduleName;
import io.nats.client.Connection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two boxes and a real server: what is done at one is there at the other, and what is done without a connection follows. */
class SiteSyncTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final SiteKeyring keys = SiteBox.keyring(SiteKey.make(1, new SecureRandom()));
    private final List<SiteBox> boxes = new ArrayList<>();
    private NatsServer server;
    private SiteBox front;
    private SiteBox back;

    @BeforeEach
    void open() throws Exception {
        server = new NatsServer(folder.resolve("server"));
        create();
        front = box("front", true);
        back = box("back", false);
    }

    private void create() throws Exception {
        try (Connection founder = server.connect("founder")) {
            SiteStreams.create(founder, 1);
        }
    }

    private SiteBox box(String name, boolean hub) throws IOException {
        SiteBox box = new SiteBox(name, folder, server, keys, hub);
        boxes.add(box);
        return box;
    }

    @AfterEach
    void close() throws Exception {
        for (SiteBox box : boxes) {
            box.close();
        }
        server.close();
    }

    @Test
    void whoIsEnrolledAtOneDoorIsKnownAtTheOther() {
        front.join();
        back.join();

        front.enrol("Ada", 1, 0, 0);

        await().atMost(PATIENCE).until(() -> back.named("Ada").isPresent());
        assertThat(back.gallery.gallery.recognises(
                        back.named("Ada").orElseThrow().id()))
                .isTrue();
        assertThat(back.shared()).isEqualTo(front.shared());
    }

    @Test
    void groupsSchedulesHolidaysAndWhoHasThemArriveWhole() {
        front.join();
        back.join();
        Schedule office = front.schedules.addSchedule(
                "ada", new Schedule.Draft(new ScheduleName("Office"), Period.parseList("mon-fri 08:00-18:00"), false));
        Group staff = front.schedules.addGroup("ada", new ScheduleName("Staff"), Set.of(office.id()));
        PersonId ada = front.enrol("Ada", 1, 0, 0);
        front.schedules.setAccess("ada", ada, Set.of(Schedule.ALWAYS), Set.of(staff.id()));
        front.schedules.holidays().add("ada", List.of(Holiday.on("Founders' day", LocalDate.of(2026, 12, 24))));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(back.shared()).isEqualTo(front.shared()));

        front.schedules.removeGroup("ada", staff.id(), true);
        front.schedules.removeSchedule("ada", office.id());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(back.shared())
                        .isEqualTo(front.shared())
                        .noneMatch(each -> each.contains("Staff") || each.contains("Office")));
    }

    @Test
    void whoWasRemovedWhileADoorWasCutOffIsGoneThereSoonAfterItIsBack() throws Exception {
        front.join();
        back.join();
        PersonId ada = front.enrol("Ada", 1, 0, 0);
        await().atMost(PATIENCE).until(() -> back.named("Ada").isPresent());
        back.cut();

        front.gallery.people.remove(ada);
        await().atMost(PATIENCE).until(() -> front.status().waiting() == 0);
        assertThat(back.named("Ada")).isPresent();
        back.connect();

        await().atMost(Duration.ofSeconds(2)).until(() -> back.named("Ada").isEmpty());
        assertThat(new String(databaseBytes("back"), StandardCharsets.ISO_8859_1))
                .doesNotContain("Ada");
    }

    @Test
    void ofTwoWhoChangeTheSamePersonOneIsToldAndNothingIsMixed() throws Exception {
        front.join();
        back.join();
        PersonId ada = front.enrol("Ada", 1, 0, 0);
        await().atMost(PATIENCE).until(() -> back.named("Ada").isPresent());
        back.cut();
        front.gallery.people.setNote(ada, "Lab");
        await().atMost(PATIENCE).until(() -> front.status().waiting() == 0);
        back.gallery.people.setNote(back.named("Ada").orElseThrow().id(), "Office");

        back.connect();

        await().atMost(PATIENCE).until(() -> !back.overruled.isEmpty());
        assertThat(back.overruled.getFirst()).contains("PERSON").contains("front door");
        assertThat(back.named("Ada").orElseThrow().note()).isEqualTo("Lab");
        assertThat(front.named("Ada").orElseThrow().note()).isEqualTo("Lab");
    }

    @Test
    void aRemovalAndADisabledPersonHoldWhateverOthersHaveWritten() throws Exception {
        front.join();
        back.join();
        PersonId ada = front.enrol("Ada", 1, 0, 0);
        PersonId ben = front.enrol("Ben", 0, 1, 0);
        await().atMost(PATIENCE).until(() -> back.people().size() == 2);
        back.cut();
        back.gallery.people.remove(back.named("Ada").orElseThrow().id());
        back.gallery.people.setEnabled(back.named("Ben").orElseThrow().id(), false);
        front.gallery.people.setNote(ada, "Lab");
        front.gallery.people.setNote(ben, "Lab");
        await().atMost(PATIENCE).until(() -> front.status().waiting() == 0);

        back.connect();

        await().atMost(PATIENCE)
                .until(() -> front.named("Ada").isEmpty()
                        && !front.named("Ben").orElseThrow().enabled());
        assertThat(front.named("Ben").orElseThrow().note()).isEqualTo("Lab");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(back.shared()).isEqualTo(front.shared()));
    }

    @Test
    void boxesThatJoinBringTheirPeopleAndTakeTheSitesScheduleOfTheSameName() {
        Schedule.Draft early =
                new Schedule.Draft(new ScheduleName("Office"), Period.parseList("mon-fri 06:00-14:00"), false);
        Schedule.Draft late =
                new Schedule.Draft(new ScheduleName("office"), Period.parseList("mon-fri 14:00-22:00"), false);
        front.schedules.addSchedule("ada", early);
        front.enrol("Ada", 1, 0, 0);
        back.schedules.addSchedule("ada", late);
        back.enrol("Ben", 0, 1, 0);
        front.join();
        await().atMost(PATIENCE)
                .until(() -> front.status().connected() && front.status().waiting() == 0);

        back.join();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(back.shared())
                        .isEqualTo(front.shared())
                        .hasSize(5)
                        .anyMatch(each -> each.contains("06:00")));
    }

    @Test
    void aBucketThatIsMadeAnewIsFilledAgainWithoutWhoWasRemoved() throws Exception {
        front.join();
        back.join();
        PersonId ada = front.enrol("Ada", 1, 0, 0);
        front.enrol("Ben", 0, 1, 0);
        await().atMost(PATIENCE).until(() -> back.people().size() == 2);
        back.cut();
        front.gallery.people.remove(ada);
        await().atMost(PATIENCE).until(() -> front.status().waiting() == 0);
        front.cut();
        try (Connection founder = server.connect("founder")) {
            for (String bucket : List.of(SiteSubjects.SHARED, SiteSubjects.BOXES)) {
                founder.keyValueManagement().delete(bucket);
            }
            founder.jetStreamManagement().deleteStream(SiteSubjects.LOG);
            SiteStreams.create(founder, 1);
        }

        back.connect();
        await().atMost(PATIENCE)
                .until(() -> back.status().connected() && back.status().waiting() == 0);
        front.connect();

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(back.shared()).isEqualTo(front.shared());
            assertThat(back.named("Ada")).isEmpty();
            assertThat(back.named("Ben")).isPresent();
        });
        assertThat(front.named("Ben").orElseThrow().id()).isEqualTo(new PersonId(2));
    }

    @Test
    void everyRowOfEachLogIsCollectedOnceAlsoAcrossCutsAndKills() throws Exception {
        front.join();
        back.join();
        for (int i = 0; i < 300; i++) {
            back.write("row " + i);
            if (i == 100) {
                back.cut();
            }
            if (i == 200) {
                back.connect();
                server.kill();
                server.restart();
            }
        }
        front.write("one");

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(front.collected().get("back"))
                    .isEqualTo(LongStream.rangeClosed(1, 300).boxed().toList());
            assertThat(front.collected().get("front")).containsExactly(1L);
        });
        try (Connection reader = server.connect("reader")) {
            assertThat(reader.jetStreamManagement()
                            .getStreamInfo(SiteSubjects.LOG)
                            .getStreamState()
                            .getMsgCount())
                    .isEqualTo(301);
        }
    }

    @Test
    void aLogThatTheServerHasLostIsSentOnceMore() throws Exception {
        front.join();
        front.write("one");
        await().atMost(PATIENCE).until(() -> front.collected().containsKey("front"));
        front.cut();
        try (Connection founder = server.connect("founder")) {
            founder.jetStreamManagement().deleteStream(SiteSubjects.LOG);
            SiteStreams.create(founder, 1);
        }
        front.write("two");

        front.connect();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(front.collected().get("front")).containsExactly(1L, 2L));
    }

    @Test
    void theServerSeesNoNameAndNoNumberOfAFace() throws Exception {
        front.join();
        back.join();
        front.enrol("Ada Lovelace", 1, 0, 0);
        await().atMost(PATIENCE).until(() -> back.named("Ada Lovelace").isPresent());
        await().atMost(PATIENCE).until(() -> front.collected().containsKey("front"));
        front.cut();
        back.cut();
        server.close();

        try (Stream<Path> files = Files.walk(folder.resolve("server"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("Lovelace", "embedding", "PERSON_ENROLLED");
            }
        }
    }

    @Test
    void withoutASiteNothingIsMarkedAndAfterLeavingEverythingStays() {
        front.enrol("Ada", 1, 0, 0);
        assertThat(front.database().<Long>read(sql -> sql.number("SELECT count(*) FROM site_change")))
                .isZero();
        front.join();
        await().atMost(PATIENCE)
                .until(() -> front.status().connected() && front.status().waiting() == 0);

        new SiteStateStore(front.database()).leave();

        assertThat(front.named("Ada")).isPresent();
        front.enrol("Ben", 0, 1, 0);
        assertThat(front.database().<Long>read(sql -> sql.number("SELECT count(*) FROM site_change")))
                .isZero();
    }

    private byte[] databaseBytes(String box) throws IOException {
        return Files.readAllBytes(folder.resolve(box).resolve("lintel.db"));
    }
}
