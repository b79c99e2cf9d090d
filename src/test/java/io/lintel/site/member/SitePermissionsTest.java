package io.lintel.site.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lintel.site.NatsServer;
import io.lintel.site.SiteStreams;
import io.lintel.site.SiteSubjects;
import io.lintel.system.LintelException;
import io.nats.client.Connection;
import io.nats.client.JetStreamOptions;
import io.nats.client.api.StreamConfiguration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real server with the files that Lintel makes: it lets in whom it should, to what it should. */
class SitePermissionsTest {

    /** What is refused is not answered. */
    private static final JetStreamOptions SOON =
            JetStreamOptions.builder().requestTimeout(Duration.ofMillis(500)).build();

    @TempDir
    Path folder;

    private final SecureRandom random = new SecureRandom();
    private final SiteAuthority authority = SiteAuthority.make(random);
    private final SiteCertificates certificates = SiteCertificates.make("Mill", List.of("127.0.0.1"), Instant.now());
    private ServerAddress address;
    private NatsServer server;
    private Connection founder;

    @BeforeEach
    void startServer() throws Exception {
        address = new ServerAddress("127.0.0.1", NatsServer.freePort());
        ServerFiles files = new ServerFiles("Mill", authority, certificates, List.of(address));
        files.write(folder.resolve("site"));
        Path own = folder.resolve("site/127.0.0.1");
        Path configuration = folder.resolve("nats-server.conf");
        Files.writeString(
                configuration,
                files.configuration(
                        address, own.toString(), folder.resolve("data").toString()));
        server = new NatsServer(folder.resolve("server"), address.port(), configuration);
        founder = connect(box("founder", true));
        SiteStreams.create(founder, 1);
    }

    private record Box(String seed, String token) {

        String id() {
            return SiteAuthority.publicKey(seed);
        }
    }

    private Box box(String name, boolean isFounder) {
        String seed = SiteAuthority.makeBox(random);
        String id = SiteAuthority.publicKey(seed);
        return new Box(seed, authority.boxToken(id, name, BoxPermissions.of(id, isFounder), null));
    }

    private Connection connect(Box box) {
        return connector(box, certificates.authority()).connect("test");
    }

    private SiteConnector connector(Box box, String trusted) {
        return new SiteConnector(
                List.of(address.url()), trusted, box.token(), box.seed(), BoxPermissions.inbox(box.id()));
    }

    @AfterEach
    void stop() throws Exception {
        if (founder != null) {
            founder.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void aBoxWritesItsOwnLogAndWhatIsSharedAndReadsIt() throws Exception {
        Box own = box("back", false);
        try (Connection box = connect(own)) {
            box.keyValue(SiteSubjects.SHARED).put("person.1", new byte[] {1});
            box.jetStream().publish(SiteSubjects.log(own.id()), new byte[] {1});

            assertThat(box.keyValue(SiteSubjects.SHARED).get("person.1").getValue())
                    .containsExactly(1);
        }
    }

    @Test
    void aBoxCannotWriteTheLogOfAnotherNorSayHowThatIs() throws Exception {
        Box other = box("front", false);
        try (Connection box = connect(box("back", false))) {
            assertThatThrownBy(() -> box.jetStream(SOON).publish(SiteSubjects.log(other.id()), new byte[] {1}))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> box.jetStream(SOON)
                            .publish(SiteSubjects.subjectOf(SiteSubjects.BOXES, other.id()), new byte[] {1}))
                    .isInstanceOf(IOException.class);
        }
        assertThat(founder.jetStreamManagement()
                        .getStreamInfo(SiteSubjects.LOG)
                        .getStreamState()
                        .getMsgCount())
                .isZero();
    }

    @Test
    void aBoxCannotMakeEmptyOrDeleteStreams() throws Exception {
        try (Connection box = connect(box("back", false))) {
            assertThatThrownBy(() -> box.jetStreamManagement(SOON).deleteStream(SiteSubjects.LOG))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> box.jetStreamManagement(SOON).purgeStream(SiteSubjects.LOG))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> box.jetStreamManagement(SOON)
                            .addStream(StreamConfiguration.builder()
                                    .name("another")
                                    .subjects("another")
                                    .build()))
                    .isInstanceOf(IOException.class);
        }
        assertThatCode(() -> founder.jetStreamManagement().getStreamInfo(SiteSubjects.LOG))
                .doesNotThrowAnyException();
    }

    @Test
    void aBoxHearsNoAnswerThatIsForAnother() throws Exception {
        Box other = box("front", false);
        try (Connection box = connect(box("back", false))) {
            var heard = box.subscribe(BoxPermissions.inbox(other.id()) + ".>");
            var all = box.subscribe(">");
            box.flush(Duration.ofSeconds(2));
            try (Connection asking = connect(other)) {
                asking.jetStreamManagement().getStreamInfo(SiteSubjects.LOG);
            }
            assertThat(heard.nextMessage(Duration.ofMillis(300))).isNull();
            assertThat(all.nextMessage(Duration.ofMillis(300))).isNull();
        } catch (IllegalStateException refused) {
            assertThat(refused).hasMessageContaining("inactive");
        }
    }

    @Test
    void whoHasAnInvitationMayOnlyAsk() throws Exception {
        String seed = SiteAuthority.makeBox(random);
        String id = SiteAuthority.publicKey(seed);
        String token = authority.boxToken(id, "invitation", BoxPermissions.toJoin(id), Duration.ofHours(1));
        Box joiner = new Box(seed, token);
        var asked = founder.subscribe(Invitation.subject("*"));
        founder.flush(Duration.ofSeconds(2));
        try (Connection joining = new SiteConnector(
                        List.of(address.url()),
                        certificates.authority(),
                        joiner.token(),
                        joiner.seed(),
                        Invitation.inboxOfJoiner(id))
                .connect("test")) {
            joining.publish(Invitation.subject(id), new byte[] {1});
            assertThat(asked.nextMessage(Duration.ofSeconds(5))).isNotNull();
            assertThatThrownBy(() -> joining.jetStreamManagement(SOON).getStreamInfo(SiteSubjects.SHARED))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aTokenOfAnotherSiteOrOneThatHasExpiredIsRefused() throws Exception {
        SiteAuthority other = SiteAuthority.make(random);
        String seed = SiteAuthority.makeBox(random);
        String id = SiteAuthority.publicKey(seed);
        Box foreign = new Box(seed, other.boxToken(id, "back", BoxPermissions.of(id, false), null));
        assertThatThrownBy(() -> connect(foreign)).isInstanceOf(LintelException.class);

        Box late = new Box(seed, authority.boxToken(id, "back", BoxPermissions.of(id, false), Duration.ofSeconds(1)));
        await().untilAsserted(
                        () -> assertThatThrownBy(() -> connect(late).close()).isInstanceOf(LintelException.class));
    }

    @Test
    void aServerOfAnotherAuthorityIsNotBelieved() {
        SiteCertificates others = SiteCertificates.make("Mill", List.of("127.0.0.1"), Instant.now());

        assertThatThrownBy(
                        () -> connector(box("back", false), others.authority()).connect("test"))
                .isInstanceOf(LintelException.class)
                .hasMessageContaining("127.0.0.1");
    }

    @Test
    void theServersFilesHoldNoKeyOfWhoDecides() throws Exception {
        try (var files = Files.walk(folder.resolve("site"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.US_ASCII))
                        .as(file.toString())
                        .doesNotContain(authority.operator(), authority.account(), authority.system());
            }
        }
        assertThat(Files.getPosixFilePermissions(folder.resolve("site/127.0.0.1/server.key")))
                .hasSize(2);
    }

    @Test
    void aCodeIsReadAsItWasMade() {
        Invitation made = new Invitation(
                List.of(address.url()), certificates.authority(), "token", SiteAuthority.makeBox(random));

        assertThat(Invitation.of(" " + made.code() + "\n")).isEqualTo(made);
        assertThat(made.sealing().secret())
                .isEqualTo(Invitation.of(made.code()).sealing().secret());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "lintel-site-1.", "lintel-site-1.AAAA", "lintel-site-1.e30", "lintel-site-2.e30"})
    void aTextThatIsNoCodeIsSaidToBeNone(String text) {
        assertThatThrownBy(() -> Invitation.of(text))
                .isInstanceOf(LintelException.class)
                .hasMessageContaining("code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nats.example.org", "tls://nats.example.org:4222", "[2001:db8::1]:4222", "10.0.0.1/"})
    void anAddressIsReadHoweverItIsWritten(String text) {
        assertThat(ServerAddress.of(text).port()).isEqualTo(4222);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nats example", "http://nats.example.org", "nats.example.org:99999", "a:b:c"})
    void whatIsNoAddressIsRefused(String text) {
        assertThatThrownBy(() -> ServerAddress.of(text)).isInstanceOf(LintelException.class);
    }
}
