package io.lintel.site;

import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.PersonSummary;
import io.lintel.gallery.TestGallery;
import io.lintel.schedule.Group;
import io.lintel.schedule.Schedules;
import io.lintel.service.ScheduleService;
import io.lintel.storage.Database;
import io.nats.client.Connection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A box of a site: a real database file, and the synchronisation with a real server. */
final class SiteBox implements AutoCloseable {

    final String name;
    final TestGallery gallery;
    final ScheduleService schedules;
    final AuditLog log;
    final List<String> overruled = new CopyOnWriteArrayList<>();
    private final NatsServer server;
    private final SiteKeyring keys;
    private final boolean collectsLogs;
    private @Nullable Connection connection;
    private @Nullable SiteSync sync;

    SiteBox(String name, Path folder, NatsServer server, SiteKeyring keys, boolean collectsLogs) throws IOException {
        this.name = name;
        this.server = server;
        this.keys = keys;
        this.collectsLogs = collectsLogs;
        this.gallery = TestGallery.open(Files.createDirectories(folder.resolve(name)));
        this.log = new AuditLog(database(), Instant::now);
        this.schedules = new ScheduleService(new Schedules(database()), log, ZoneOffset.UTC, Instant::now);
    }

    static SiteKeyring keyring(SiteKey... known) {
        return new SiteKeyring() {
            @Override
            public SiteKey current() {
                return known[known.length - 1];
            }

            @Override
            public Optional<SiteKey> number(int number) {
                return List.of(known).stream()
                        .filter(key -> key.number() == number)
                        .findFirst();
            }
        };
    }

    Database database() {
        return gallery.database().database();
    }

    SiteBox join() {
        new SiteStateStore(database()).join();
        return connect();
    }

    SiteBox connect() {
        sync = new SiteSync(
                        database(),
                        gallery.store.shared(),
                        new SiteSync.Box(name, name + " door", collectsLogs),
                        keys,
                        this::connection,
                        new SiteSync.Listener() {
                            @Override
                            public void changed(boolean removed) {
                                gallery.gallery.refresh();
                            }

                            @Override
                            public void overruled(SiteKind kind, long local, String by) {
                                overruled.add(kind + " " + local + " " + by);
                            }
                        })
                .start();
        return this;
    }

    private synchronized Connection connection() {
        if (connection == null || connection.getStatus() == Connection.Status.CLOSED) {
            connection = server.connect(name);
        }
        return connection;
    }

    /** Cut off, in the middle of whatever it does. */
    void cut() throws InterruptedException {
        Connection open = connection;
        if (open != null) {
            open.close();
        }
        if (sync != null) {
            sync.close();
        }
        sync = null;
        connection = null;
    }

    boolean isConnected() {
        return sync != null;
    }

    SiteStatus status() {
        return sync == null ? new SiteStatus(false, 0, 0, java.util.Set.of(), "") : sync.status();
    }

    PersonId enrol(String person, double... direction) {
        PersonId id = gallery.add(person, TestGallery.towards(direction));
        write("enrolled " + person);
        return id;
    }

    void write(String what) {
        log.append(AuditEvent.of(AuditKind.PERSON_ENROLLED, "test")
                .with(new io.lintel.audit.AuditDetails().put("what", what)));
    }

    List<PersonId> people() {
        return gallery.people.list("", Integer.MAX_VALUE, 0).stream()
                .map(PersonSummary::person)
                .map(Person::id)
                .toList();
    }

    Optional<Person> named(String person) {
        return gallery.people.list(person, 10, 0).stream()
                .map(PersonSummary::person)
                .filter(each -> each.name().value().equals(person))
                .findFirst();
    }

    /** All that is shared, as text without the numbers that each box gives itself. */
    List<String> shared() {
        var now = schedules.snapshot();
        List<String> all = new ArrayList<>();
        var copies = gallery.people.copies(java.util.Set.copyOf(people()));
        copies.forEach((id, copy) -> all.add("person "
                + new io.lintel.gallery.PersonCopyJson(
                                copy,
                                now.of(id).groups().stream()
                                        .map(Group::name)
                                        .map(Object::toString)
                                        .sorted()
                                        .toList(),
                                now.names(now.of(id).own()))
                        .line()));
        now.groups()
                .forEach(group -> all.add("group " + group.name() + " "
                        + now.names(group.schedules()).stream().sorted().collect(Collectors.joining(","))));
        now.schedules().forEach(each -> all.add("schedule " + each.name() + " " + each.describe()));
        now.holidays().forEach(each -> all.add("holiday " + each.holiday()));
        all.sort(null);
        return all;
    }

    /** The rows that were collected, by box. */
    TreeMap<String, List<Long>> collected() {
        TreeMap<String, List<Long>> rows = new TreeMap<>();
        new SiteLogStore(database())
                .all()
                .forEach(row -> rows.computeIfAbsent(row.box(), box -> new ArrayList<>())
                        .add(row.row()));
        return rows;
    }

    @Override
    public void close() throws InterruptedException {
        cut();
        gallery.close();
    }
}
