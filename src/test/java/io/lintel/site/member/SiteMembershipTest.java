package io.lintel.site.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lintel.gallery.TestGallery;
import io.lintel.site.NatsServer;
import io.lintel.site.SiteKind;
import io.lintel.site.SiteStateStore;
import io.lintel.site.SiteSync;
import io.lintel.system.LintelException;
import io.nats.client.Connection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site from its making on, with a real server that has the files that were made for it. */
class SiteMembershipTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<String> joined = new ArrayList<>();
    private Box front;
    private Box back;
    private ServerAddress address;
    private NatsServer server;

    /** One box with its own database. */
    private final class Box {
        final TestGallery gallery;
        final MembershipStore store;
        final Site site;

        Box(String name) throws IOException {
            gallery = TestGallery.open(Files.createDirectories(folder.resolve(name)));
            open.add(gallery);
            store = new MembershipStore(gallery.database().database(), gallery.keys);
            site = new Site(store, new SiteStateStore(gallery.database().database()), now::get);
        }

        Connection connect() {
            Connection nats = site.connect(store.require());
            open.add(nats);
            return nats;
        }

        void synchronise(Connection nats) {
            Membership member = store.require();
            open.add(new SiteSync(
                            gallery.database().database(),
                            gallery.store.shared(),
                            new SiteSync.Box(member.box(), member.door(), member.isFounder()),
                            store,
                            () -> nats,
                            new SiteSync.Listener() {
                                @Override
                                public void changed(boolean removed) {
                                    gallery.gallery.refresh();
                                }

                                @Override
                                public void overruled(SiteKind kind, long local, String by) {
                                    // nobody changes the same here
                                }
                            })
                    .start());
        }
    }

    @BeforeEach
    void makeSite() throws Exception {
        front = new Box("front");
        back = new Box("back");
        address = new ServerAddress("127.0.0.1", NatsServer.freePort());
        front.site.create("Mill", "Front door", List.of(address), folder.resolve("site"));
        startServer();
    }

    /** With the file as it was written, but for the places where Debian has them. */
    private void startServer() throws IOException {
        Path own = folder.resolve("site/127.0.0.1");
        Path configuration = own.resolve("nats-server.conf");
        Files.writeString(
                configuration,
                Files.readString(configuration)
                        .replace("/etc/nats/", own + "/")
                        .replace("/var/lib/nats", folder.resolve("data").toString()));
        server = new NatsServer(folder.resolve("server"), address.port(), configuration);
    }

    private Connection frontDoorOpensTheSite() {
        Connection nats = front.connect();
        open.add(new InvitationResponder(nats, front.store, now::get, (box, door) -> joined.add(door)));
        return nats;
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
        server.close();
    }

    @Test
    void whoIsEnrolledWhereTheSiteWasMadeIsKnownAtTheDoorThatJoined() {
        front.synchronise(frontDoorOpensTheSite());
        Invitation invitation = Invitation.of(front.site.invite().code());

        Membership member = back.site.join(invitation, "Back door");
        back.synchronise(back.connect());
        front.gallery.add("Ada", TestGallery.towards(1, 0, 0));

        assertThat(member.site()).isEqualTo("Mill");
        assertThat(member.isFounder()).isFalse();
        assertThat(joined).containsExactly("Back door");
        await().atMost(PATIENCE)
                .until(() -> back.gallery.people.list("Ada", 10, 0).size() == 1);
    }

    @Test
    void aCodeIsGoodOnceAndForAnHour() throws Exception {
        frontDoorOpensTheSite();
        Invitation used = front.site.invite();
        back.site.join(used, "Back door");
        assertThatThrownBy(() -> new Box("thief").site.join(used, "Back door"))
                .isInstanceOf(LintelException.class)
                .hasMessageContaining("not the box that made the site");

        Invitation late = front.site.invite();
        now.set(now.get().plus(Site.INVITATION_VALID).plusSeconds(1));
        assertThatThrownBy(() -> new Box("late").site.join(late, "Side door")).isInstanceOf(LintelException.class);
        assertThat(front.store.invitations(now.get())).isEmpty();
    }

    @Test
    void whoIsInASiteCannotJoinOrMakeAnother() {
        assertThatThrownBy(() -> front.site.create("Other", "x", List.of(address), folder.resolve("other")))
                .hasMessageContaining("in the site Mill already");
        assertThat(folder.resolve("other")).doesNotExist();
        assertThatThrownBy(() -> front.site.join(front.site.invite(), "x")).hasMessageContaining("Mill");
    }

    @Test
    void onlyTheBoxThatMadeTheSiteInvites() {
        frontDoorOpensTheSite();
        back.site.join(front.site.invite(), "Back door");

        assertThatThrownBy(() -> back.site.invite()).hasMessageContaining("Only the box that made the site");
    }

    @Test
    void aServerThatDoesNotRunIsNamed() throws Exception {
        server.kill();

        assertThatThrownBy(() -> back.site.join(front.site.invite(), "Back door"))
                .isInstanceOf(LintelException.class)
                .hasMessageContaining("127.0.0.1");
        assertThat(back.store.find()).isEmpty();
    }

    @Test
    void theDatabaseHoldsNoKeyInTheClearAndARotatedBoxKeyStillOpensThem() throws Exception {
        Membership founder = front.store.require();
        String seed = founder.seed();
        String account = founder.decides().account();
        front.gallery.database().database().emptyLog();

        String file = new String(Files.readAllBytes(folder.resolve("front/lintel.db")), StandardCharsets.ISO_8859_1);
        assertThat(file).contains("Mill").doesNotContain(seed, account);
        front.gallery.keys.rotate();
        assertThat(front.store.require()).isEqualTo(founder);
    }

    @Test
    void whoLeavesForgetsTheSiteAndKeepsThePeople() {
        front.gallery.add("Ada", TestGallery.towards(1, 0, 0));

        assertThat(front.site.leave().site()).isEqualTo("Mill");

        assertThat(front.store.find()).isEmpty();
        assertThat(front.gallery.people.list("", 10, 0)).hasSize(1);
        assertThatThrownBy(() -> front.site.leave()).hasMessageContaining("in no site");
    }

    @Test
    void ofThreeServersEachHasItsFilesAndKnowsTheOthers() throws Exception {
        List<ServerAddress> three = List.of(
                ServerAddress.of("nats1.example.org"),
                ServerAddress.of("nats2.example.org"),
                ServerAddress.of("nats3.example.org"));
        back.site.create("Mill", "Back door", three, folder.resolve("three"));

        for (ServerAddress each : three) {
            assertThat(Files.readString(
                            folder.resolve("three").resolve(each.host()).resolve("nats-server.conf")))
                    .contains(
                            "tls://nats1.example.org:6222",
                            "tls://nats2.example.org:6222",
                            "tls://nats3.example.org:6222");
        }
        assertThatThrownBy(() -> new Box("two").site.create("Mill", "x", three.subList(0, 2), folder.resolve("two")))
                .hasMessageContaining("one server or three");
    }
}
