package io.lintel.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {

    @TempDir
    private Path folder;

    private AccountRoom room;
    private Sessions.Opened admin;

    @BeforeEach
    void open() {
        room = new AccountRoom(folder);
        admin = room.withAdmin();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void theSecretIsNowhereInTheDatabase() throws Exception {
        room.file.database().emptyLog();
        String everything = new String(Files.readAllBytes(folder.resolve("lintel.db")), StandardCharsets.ISO_8859_1);

        assertThat(everything).contains("root").doesNotContain(admin.token().value());
        assertThat(admin.toString()).doesNotContain(admin.token().value());
    }

    @Test
    void aSessionEndsHalfAnHourAfterTheLastRequest() {
        room.pass(Duration.ofMinutes(29));
        assertThat(room.sessions.find(admin.token())).isPresent();
        room.pass(Duration.ofMinutes(29));
        assertThat(room.sessions.find(admin.token())).isPresent();
        room.pass(Duration.ofMinutes(30));

        assertThat(room.sessions.find(admin.token())).isEmpty();
        assertThat(room.sessions.list()).isEmpty();
    }

    @Test
    void aSessionEndsAfterTwelveHoursHoweverBusyItIs() {
        for (int i = 0; i < 12 * 60 - 1; i++) {
            room.pass(Duration.ofMinutes(1));
            assertThat(room.sessions.find(admin.token())).isPresent();
        }
        room.pass(Duration.ofMinutes(1));

        assertThat(room.sessions.find(admin.token())).isEmpty();
    }

    @Test
    void aClockThatJumpsBackDoesNotProlongASession() {
        room.pass(Duration.ofDays(-400));

        assertThat(room.sessions.find(admin.token())).isEmpty();
    }

    @Test
    void aGuessedOrCutSecretFindsNothing() {
        String secret = admin.token().value();

        assertThat(room.sessions.find(new SecretToken(""))).isEmpty();
        assertThat(room.sessions.find(new SecretToken(secret.substring(1)))).isEmpty();
        assertThat(room.sessions.find(SecretToken.random(""))).isEmpty();
    }

    @Test
    void anEndedSessionIsGoneAtOnceAndLogged() {
        room.sessions.end(admin.session().id(), AccountRoom.ACTOR);

        assertThat(room.sessions.find(admin.token())).isEmpty();
        assertThat(room.kinds()).endsWith(AccountEvent.Kind.SESSIONS_ENDED);
    }

    @Test
    void loggingOutEndsOnlyThisSession() {
        Sessions.Opened second = room.signIn("root", AccountRoom.GOOD);
        room.sessions.logOut(second.session(), AccountRoom.ACTOR);

        assertThat(room.sessions.find(second.token())).isEmpty();
        assertThat(room.sessions.find(admin.token())).isPresent();
        assertThat(room.kinds()).endsWith(AccountEvent.Kind.LOGOUT);
    }

    @Test
    void aNewRoleOrADisabledAccountTakesEffectWithTheNextRequest() {
        Account olga = room.accounts.create(UserName.of("olga"), Role.OPERATOR, AccountRoom.OTHER, AccountRoom.ACTOR);
        Sessions.Opened hers = room.signIn("olga", AccountRoom.OTHER);

        room.accounts.changeRole(olga.id(), Role.AUDITOR, AccountRoom.ACTOR);
        assertThat(room.sessions.find(hers.token()).orElseThrow().account().role())
                .isEqualTo(Role.AUDITOR);

        room.accounts.disable(olga.id(), AccountRoom.ACTOR);
        assertThat(room.sessions.find(hers.token())).isEmpty();
        room.accounts.enable(olga.id(), AccountRoom.ACTOR);
        assertThat(room.sessions.find(hers.token())).isEmpty();
    }

    @Test
    void endedSessionsLeaveTheDatabaseWithTheNextLogin() {
        room.pass(Duration.ofHours(13));
        Sessions.Opened next = room.signIn("root", AccountRoom.GOOD);

        long rows = room.file.database().read(sql -> sql.number("SELECT count(*) FROM account_session"));
        assertThat(rows).isEqualTo(1);
        assertThat(room.sessions.list())
                .extracting(Session::id)
                .containsExactly(next.session().id());
    }
}
