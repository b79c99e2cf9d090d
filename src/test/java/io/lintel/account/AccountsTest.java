package io.lintel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.account.AccountEvent.Kind;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsTest {

    @TempDir
    private Path folder;

    private AccountRoom room;
    private Sessions.Opened admin;
    private long root;

    @BeforeEach
    void open() {
        room = new AccountRoom(folder);
        admin = room.withAdmin();
        root = admin.session().account().id();
        room.events.clear();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void theLastActiveAdminCanNeitherBeDisabledNorRemovedNorDemoted() {
        room.accounts.create(UserName.of("olga"), Role.OPERATOR, AccountRoom.OTHER, AccountRoom.ACTOR);
        room.events.clear();

        assertThatThrownBy(() -> room.accounts.disable(root, AccountRoom.ACTOR)).hasMessageContaining("active admin");
        assertThatThrownBy(() -> room.accounts.remove(root, AccountRoom.ACTOR)).hasMessageContaining("active admin");
        assertThatThrownBy(() -> room.accounts.changeRole(root, Role.AUDITOR, AccountRoom.ACTOR))
                .hasMessageContaining("active admin");

        assertThat(room.accounts.find(root).orElseThrow().isActiveAdmin()).isTrue();
        assertThat(room.sessions.find(admin.token())).isPresent();
        assertThat(room.events).isEmpty();
    }

    @Test
    void withASecondAdminTheFirstMayGo() {
        room.accounts.create(UserName.of("eva"), Role.ADMIN, AccountRoom.OTHER, AccountRoom.ACTOR);
        room.accounts.remove(root, AccountRoom.ACTOR);

        assertThat(room.accounts.list()).extracting(a -> a.name().value()).containsExactly("eva");
        assertThat(room.sessions.find(admin.token())).isEmpty();
        assertThat(room.kinds()).containsExactly(Kind.ACCOUNT_CREATED, Kind.ACCOUNT_REMOVED);
    }

    @Test
    void aDisabledAdminDoesNotCount() {
        Account eva = room.accounts.create(UserName.of("eva"), Role.ADMIN, AccountRoom.OTHER, AccountRoom.ACTOR);
        room.accounts.disable(eva.id(), AccountRoom.ACTOR);

        assertThatThrownBy(() -> room.accounts.disable(root, AccountRoom.ACTOR)).isInstanceOf(AccountException.class);
    }

    @Test
    void aNameIsTakenWhateverItsCase() {
        assertThatThrownBy(() ->
                        room.accounts.create(UserName.of("ROOT"), Role.AUDITOR, AccountRoom.OTHER, AccountRoom.ACTOR))
                .hasMessageContaining("already");
    }

    @Test
    void anIdIsNeverGivenTwice() {
        long first = create("olga").id();
        room.accounts.remove(first, AccountRoom.ACTOR);

        assertThat(create("olga").id()).isGreaterThan(first);
    }

    @Test
    void anInitialPasswordMustBeChangedOnce() {
        create("olga");
        Sessions.Opened hers = room.signIn("olga", AccountRoom.OTHER);
        assertThat(hers.session().account().mustChangePassword()).isTrue();

        SecretToken renewed = room.accounts.changePassword(
                hers.session(), AccountRoom.OTHER, "a third set of words", AccountRoom.ACTOR);

        assertThat(room.sessions.find(renewed).orElseThrow().account().mustChangePassword())
                .isFalse();
    }

    @Test
    void aChangedPasswordEndsTheOtherSessionsAndKeepsThisOneByAnotherSecret() {
        Sessions.Opened elsewhere = room.signIn("root", AccountRoom.GOOD);
        SecretToken renewed =
                room.accounts.changePassword(admin.session(), AccountRoom.GOOD, AccountRoom.OTHER, AccountRoom.ACTOR);

        assertThat(room.sessions.find(admin.token())).isEmpty();
        assertThat(room.sessions.find(renewed))
                .map(Session::id)
                .contains(admin.session().id());
        assertThat(room.sessions.find(elsewhere.token())).isEmpty();
        assertThat(room.login.tryWith("root", AccountRoom.GOOD, "10.0.0.9", "", Optional.empty()))
                .isEqualTo(new LoginResult.Refused());
        assertThat(room.signIn("root", AccountRoom.OTHER)).isNotNull();
    }

    @Test
    void aPasswordIsNotChangedWithoutThePresentOneNorToAWeakOneNorToItself() {
        Session session = admin.session();

        assertThatThrownBy(() -> room.accounts.changePassword(session, "wrong", AccountRoom.OTHER, AccountRoom.ACTOR))
                .hasMessageContaining("present password");
        assertThatThrownBy(() -> room.accounts.changePassword(session, AccountRoom.GOOD, "short", AccountRoom.ACTOR))
                .hasMessageContaining("12 characters");
        assertThatThrownBy(() ->
                        room.accounts.changePassword(session, AccountRoom.GOOD, AccountRoom.GOOD, AccountRoom.ACTOR))
                .hasMessageContaining("present one");
        assertThat(room.signIn("root", AccountRoom.GOOD)).isNotNull();
    }

    @Test
    void aResetPasswordEndsEverySession() {
        Account olga = create("olga");
        Sessions.Opened hers = room.signIn("olga", AccountRoom.OTHER);

        room.accounts.resetPassword(olga.id(), "a third set of words", AccountRoom.ACTOR);

        assertThat(room.sessions.find(hers.token())).isEmpty();
        assertThat(room.signIn("olga", "a third set of words")
                        .session()
                        .account()
                        .mustChangePassword())
                .isTrue();
    }

    @Test
    void aChangeOfRoleIsLoggedOldToNew() {
        long olga = create("olga").id();
        room.events.clear();
        room.accounts.changeRole(olga, Role.AUDITOR, AccountRoom.ACTOR);

        assertThat(room.events)
                .containsExactly(new AccountEvent(Kind.ROLE_CHANGED, AccountRoom.ACTOR, "olga", "OPERATOR -> AUDITOR"));
    }

    private Account create(String name) {
        return room.accounts.create(UserName.of(name), Role.OPERATOR, AccountRoom.OTHER, AccountRoom.ACTOR);
    }

    /** In a session that somebody else has left open, 25 tries at its password were let through. */
    @Test
    void thePresentPasswordCannotBeGuessedInAnOpenSession() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> room.accounts.changePassword(
                            admin.session(), "wrong", AccountRoom.OTHER, AccountRoom.ACTOR))
                    .hasMessageContaining("present password");
        }
        int before = room.hasher.computed;

        for (int i = 0; i < 25; i++) {
            assertThatThrownBy(() -> room.accounts.changePassword(
                            admin.session(), AccountRoom.GOOD, AccountRoom.OTHER, AccountRoom.ACTOR))
                    .isInstanceOf(TooManyTriesException.class);
        }
        assertThat(room.hasher.computed).isEqualTo(before);
    }

    @Test
    void anAccountCannotHaveANameThatTheLogGivesToAPartOfTheProgram() {
        for (String name :
                new String[] {"console", "Door", "retention", "\u0501\u0435\u043c\u043e", "\u0430nna", "d\u043eor"}) {
            assertThatThrownBy(() -> create(name)).as(name).isInstanceOf(AccountException.class);
        }
        assertThat(create("\u0430\u043d\u043d\u0430").name().value()).isEqualTo("\u0430\u043d\u043d\u0430");
        assertThat(create("m\u00fcller-3").name().value()).isEqualTo("m\u00fcller-3");
    }
}
