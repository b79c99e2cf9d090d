package io.lintel.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.account.AccountEvent.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginTest {

    @TempDir
    private Path folder;

    private AccountRoom room;

    @BeforeEach
    void open() {
        room = new AccountRoom(folder);
        room.withAdmin();
        room.accounts.create(UserName.of("olga"), Role.OPERATOR, AccountRoom.OTHER, AccountRoom.ACTOR);
        room.events.clear();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void theRightPasswordOpensASessionAndIsLogged() {
        Sessions.Opened opened = room.signIn("OLGA", AccountRoom.OTHER);

        assertThat(opened.session().account().name()).hasToString("olga");
        assertThat(room.accounts
                        .find(opened.session().account().id())
                        .orElseThrow()
                        .lastLogin())
                .isEqualTo(room.now);
        assertThat(room.events)
                .containsExactly(new AccountEvent(Kind.LOGIN, new Actor("olga", "10.0.0.9"), "olga", ""));
    }

    @Test
    void unknownNameWrongPasswordAndDisabledAccountGetTheSameAnswerForTheSameWork() {
        long olga = room.accounts.list().getFirst().id();
        room.accounts.disable(olga, AccountRoom.ACTOR);
        int before = room.hasher.computed;

        assertThat(room.login.tryWith("nobody", AccountRoom.GOOD, "10.0.0.2", "", Optional.empty()))
                .isEqualTo(new LoginResult.Refused());
        assertThat(room.login.tryWith("root", AccountRoom.OTHER, "10.0.0.3", "", Optional.empty()))
                .isEqualTo(new LoginResult.Refused());
        assertThat(room.login.tryWith("olga", AccountRoom.OTHER, "10.0.0.4", "", Optional.empty()))
                .isEqualTo(new LoginResult.Refused());
        assertThat(room.login.tryWith("not a name", "x", "10.0.0.5", "", Optional.empty()))
                .isEqualTo(new LoginResult.Refused());
        assertThat(room.hasher.computed - before).isEqualTo(4);
    }

    @Test
    void whatWasTypedInPlaceOfANameIsNotLogged() {
        room.login.tryWith("mysecretpassword", "root", "10.0.0.2", "", Optional.empty());

        assertThat(room.events.toString()).doesNotContain("mysecretpassword").contains("(unknown name)");
    }

    @Test
    void tooManyFailuresAreRefusedWithoutHashingAndLoggedOnce() {
        for (int i = 0; i < 5; i++) {
            room.login.tryWith("root", "wrong", "10.0.0.2", "", Optional.empty());
        }
        int before = room.hasher.computed;

        for (int i = 0; i < 10; i++) {
            assertThat(room.login.tryWith("root", AccountRoom.GOOD, "10.0.0.2", "", Optional.empty()))
                    .isEqualTo(new LoginResult.TooSoon(Duration.ofSeconds(1)));
        }

        assertThat(room.hasher.computed).isEqualTo(before);
        assertThat(room.kinds().stream().filter(Kind.LOGIN_DELAYED::equals)).hasSize(1);
        assertThat(room.kinds().stream().filter(Kind.LOGIN_FAILED::equals)).hasSize(5);
    }

    @Test
    void afterTheDelayTheRightPasswordWorks() {
        for (int i = 0; i < 5; i++) {
            room.login.tryWith("root", "wrong", "10.0.0.2", "", Optional.empty());
        }
        room.pass(Duration.ofSeconds(1));

        assertThat(room.login.tryWith("root", AccountRoom.GOOD, "10.0.0.2", "", Optional.empty()))
                .isInstanceOf(LoginResult.Welcome.class);
    }

    @Test
    void aPasswordThatDiffersOnlyFarBehindIsWrong() {
        String endless = AccountRoom.GOOD + " ".repeat(100_000);

        assertThat(room.login.tryWith("root", endless, "10.0.0.2", "", Optional.empty()))
                .isEqualTo(new LoginResult.Refused());
    }

    /** One machine of an IPv6 network kept every admin in it out, without end. */
    @Test
    void aBrowserThatHasSignedInBeforeGetsInWhileSomebodyGuessesFromItsAddress() {
        Optional<SecretToken> cookie = Optional.of(((LoginResult.Welcome)
                        room.login.tryWith("root", AccountRoom.GOOD, "2001:db8::1", "", Optional.empty()))
                .browser());
        for (int i = 0; i < 100; i++) {
            room.login.tryWith("root", "wrong", "2001:db8::" + (i + 2), "", Optional.empty());
            room.login.tryWith("root", "wrong", "2001:db8::1", "", Optional.empty());
        }

        assertThat(room.login.tryWith("root", AccountRoom.GOOD, "2001:db8::1", "", Optional.empty()))
                .isInstanceOf(LoginResult.TooSoon.class);
        assertThat(room.login.tryWith("root", AccountRoom.GOOD, "2001:db8::1", "", cookie))
                .isInstanceOf(LoginResult.Welcome.class);
    }

    @Test
    void aKnownBrowserIsWorthNothingForAnotherAccount() {
        Optional<SecretToken> olgas = Optional.of(
                ((LoginResult.Welcome) room.login.tryWith("olga", AccountRoom.OTHER, "10.0.0.2", "", Optional.empty()))
                        .browser());
        for (int i = 0; i < 10; i++) {
            room.login.tryWith("root", "wrong", "10.0.0.2", "", olgas);
        }

        assertThat(room.login.tryWith("root", AccountRoom.GOOD, "10.0.0.2", "", olgas))
                .isInstanceOf(LoginResult.TooSoon.class);
    }
}
