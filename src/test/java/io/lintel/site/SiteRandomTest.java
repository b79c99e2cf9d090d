package io.lintel.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lintel.gallery.PersonId;
import io.lintel.schedule.Group;
import io.lintel.schedule.Period;
import io.lintel.schedule.Schedule;
import io.lintel.schedule.ScheduleName;
import io.lintel.system.LintelException;
import io.nats.client.Connection;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three boxes that people use while boxes are cut off and the server is killed at random: in the end all copies are equal and each row of each log is there once. More
 * with {@code -Dsite.cuts=200}.
 */
class SiteRandomTest {

    private static final int CUTS = Integer.getInteger("site.cuts", 12);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final long seed = Long.getLong("property.seed", new SecureRandom().nextLong());
    private final Random random = new Random(seed);
    private final SiteKeyring keys = SiteBox.keyring(SiteKey.make(1, new SecureRandom()));
    private int names;

    @Test
    void whateverIsCutOffAndKilledAllCopiesAreEqualInTheEndAndNoRowIsLostOrDoubled() throws Exception {
        List<SiteBox> boxes = new ArrayList<>();
        try (NatsServer server = new NatsServer(folder.resolve("server"))) {
            try (Connection founder = server.connect("founder")) {
                SiteStreams.create(founder, 1);
            }
            for (String name : List.of("one", "two", "three")) {
                boxes.add(new SiteBox(name, folder, server, keys, name.equals("one")).join());
            }
            for (int cut = 0; cut < CUTS; cut++) {
                for (int i = random.nextInt(8); i >= 0; i--) {
                    use(boxes.get(random.nextInt(boxes.size())));
                }
                cut(server, boxes.get(random.nextInt(boxes.size())));
            }
            for (SiteBox box : boxes) {
                if (!box.isConnected()) {
                    box.connect();
                }
            }
            await().alias("seed " + seed).atMost(PATIENCE).untilAsserted(() -> {
                for (SiteBox box : boxes) {
                    assertThat(box.status().waiting()).as(box.name).isZero();
                    assertThat(box.shared())
                            .as(box.name)
                            .isEqualTo(boxes.getFirst().shared());
                    assertThat(boxes.getFirst().collected().getOrDefault(box.name, List.of()))
                            .as(box.name)
                            .isEqualTo(LongStream.rangeClosed(1, box.log.last())
                                    .boxed()
                                    .toList());
                }
            });
            long rows = boxes.stream().mapToLong(box -> box.log.last()).sum();
            try (Connection reader = server.connect("reader")) {
                assertThat(reader.jetStreamManagement()
                                .getStreamInfo(SiteSubjects.LOG)
                                .getStreamState()
                                .getMsgCount())
                        .as("messages, seed %d", seed)
                        .isEqualTo(rows);
            }
        } finally {
            for (SiteBox box : boxes) {
                box.close();
            }
        }
    }

    private void cut(NatsServer server, SiteBox box) throws Exception {
        if (random.nextInt(3) == 0) {
            server.kill();
            server.restart();
        } else if (box.isConnected()) {
            box.cut();
        } else {
            box.connect();
        }
    }

    private void use(SiteBox box) {
        List<PersonId> people = box.people();
        PersonId somebody = people.isEmpty() ? null : people.get(random.nextInt(people.size()));
        try {
            switch (random.nextInt(9)) {
                case 0, 1 -> box.enrol("Person " + box.name + " " + names++, random.nextGaussian(), 1, 0);
                case 2 -> {
                    if (somebody != null) {
                        box.gallery.people.remove(somebody);
                    }
                }
                case 3 -> {
                    if (somebody != null) {
                        box.gallery.people.setNote(somebody, "note " + names++);
                    }
                }
                case 4 -> {
                    if (somebody != null) {
                        box.gallery.people.setEnabled(somebody, random.nextBoolean());
                    }
                }
                case 5 ->
                    box.schedules.addSchedule(
                            "test",
                            new Schedule.Draft(
                                    new ScheduleName("Schedule " + random.nextInt(6)),
                                    Period.parseList("mon 08:00-" + (10 + random.nextInt(9)) + ":00"),
                                    false));
                case 6 -> {
                    List<Schedule> schedules = box.schedules.snapshot().schedules();
                    box.schedules.addGroup(
                            "test",
                            new ScheduleName("Group " + random.nextInt(6)),
                            Set.of(schedules
                                    .get(random.nextInt(schedules.size()))
                                    .id()));
                }
                case 7 -> {
                    List<Group> groups = box.schedules.snapshot().groups();
                    if (somebody != null && !groups.isEmpty()) {
                        box.schedules.setAccess(
                                "test",
                                somebody,
                                null,
                                Set.of(groups.get(random.nextInt(groups.size())).id()));
                    }
                }
                default -> {
                    List<Group> groups = box.schedules.snapshot().groups();
                    if (!groups.isEmpty()) {
                        box.schedules.removeGroup(
                                "test",
                                groups.get(random.nextInt(groups.size())).id(),
                                true);
                    }
                }
            }
        } catch (LintelException e) {
            // a name that is taken, or somebody who has gone since
        }
        box.write("used");
    }
}
