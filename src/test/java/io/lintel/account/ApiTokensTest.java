package io.lintel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.account.AccountEvent.Kind;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiTokensTest {

    @TempDir
    private Path folder;

    private AccountRoom room;
    private long owner;

    @BeforeEach
    void open() {
        room = new AccountRoom(folder);
        room.withAdmin();
        owner = room.accounts.list().getFirst().id();
        room.events.clear();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aTokenIsFoundByItsSecretUntilItIsRevoked() {
        ApiTokens.Created created = room.tokens.create("payroll", Role.AUDITOR, owner, 30, AccountRoom.ACTOR);
        assertThat(created.secret().value()).startsWith("lintel_").hasSize(50);
        assertThat(room.tokens.find(created.secret()).orElseThrow().role()).isEqualTo(Role.AUDITOR);

        room.tokens.revoke(created.token().id(), AccountRoom.ACTOR);

        assertThat(room.tokens.find(created.secret())).isEmpty();
        assertThat(room.tokens.list()).isEmpty();
        assertThat(room.kinds()).containsExactly(Kind.TOKEN_CREATED, Kind.TOKEN_REVOKED);
    }

    @Test
    void aRevokedNameMayBeUsedAnewButNotATakenOne() {
        ApiTokens.Created first = room.tokens.create("payroll", Role.AUDITOR, owner, 30, AccountRoom.ACTOR);
        assertThatThrownBy(() -> room.tokens.create(" payroll ", Role.ADMIN, owner, 30, AccountRoom.ACTOR))
                .hasMessageContaining("already");

        room.tokens.revoke(first.token().id(), AccountRoom.ACTOR);
        ApiTokens.Created second = room.tokens.create("payroll", Role.AUDITOR, owner, 30, AccountRoom.ACTOR);

        assertThat(second.token().id()).isGreaterThan(first.token().id());
        assertThat(room.tokens.find(first.secret())).isEmpty();
    }

    @Test
    void useIsNotedButNotWithAWriteEachTime() {
        ApiTokens.Created created = room.tokens.create("payroll", Role.AUDITOR, owner, 30, AccountRoom.ACTOR);
        var firstUse = room.now;
        room.tokens.find(created.secret());
        room.pass(Duration.ofSeconds(30));
        room.tokens.find(created.secret());
        assertThat(room.tokens.list().getFirst().lastUsed()).isEqualTo(firstUse);

        room.pass(Duration.ofSeconds(30));
        room.tokens.find(created.secret());

        assertThat(room.tokens.list().getFirst().lastUsed()).isEqualTo(room.now);
    }

    @Test
    void aNameThatIsNoneIsRefused() {
        assertThatThrownBy(() -> room.tokens.create("  ", Role.AUDITOR, owner, 30, AccountRoom.ACTOR))
                .isInstanceOf(AccountException.class);
        assertThatThrownBy(() -> room.tokens.create("🦊".repeat(10_000), Role.AUDITOR, owner, 30, AccountRoom.ACTOR))
                .isInstanceOf(AccountException.class);
    }

    @Test
    void aRevocationIsLoggedOnce() {
        ApiTokens.Created created = room.tokens.create("payroll", Role.AUDITOR, owner, 30, AccountRoom.ACTOR);
        room.tokens.revoke(created.token().id(), AccountRoom.ACTOR);
        room.tokens.revoke(created.token().id(), AccountRoom.ACTOR);

        assertThat(room.kinds().stream().filter(Kind.TOKEN_REVOKED::equals)).hasSize(1);
    }

    /** A removed admin's token went on making admins. */
    @Test
    void aTokenEndsWithItsAccountAndTheLogSaysSo() {
        Account leaver = account("leaver");
        ApiTokens.Created token = room.tokens.create("payroll", Role.ADMIN, leaver.id(), 30, AccountRoom.ACTOR);
        room.events.clear();

        room.accounts.remove(leaver.id(), AccountRoom.ACTOR);

        assertThat(room.tokens.find(token.secret())).isEmpty();
        assertThat(room.tokens.isInForce(token.token())).isFalse();
        assertThat(room.kinds()).containsExactly(Kind.ACCOUNT_REMOVED, Kind.TOKEN_REVOKED);
        assertThat(room.tokens
                        .create("payroll", Role.AUDITOR, owner, 30, AccountRoom.ACTOR)
                        .token()
                        .id())
                .isGreaterThan(token.token().id());
    }

    @Test
    void aTokenMayNoMoreThanItsAccountAndNothingWhileThatIsDisabled() {
        Account leaver = account("leaver");
        ApiTokens.Created token = room.tokens.create("payroll", Role.ADMIN, leaver.id(), 30, AccountRoom.ACTOR);

        room.accounts.changeRole(leaver.id(), Role.AUDITOR, AccountRoom.ACTOR);
        assertThat(room.tokens.find(token.secret()).orElseThrow().role()).isEqualTo(Role.AUDITOR);
        assertThat(room.tokens.isInForce(token.token())).isFalse();

        room.accounts.disable(leaver.id(), AccountRoom.ACTOR);
        assertThat(room.tokens.find(token.secret())).isEmpty();
        room.accounts.enable(leaver.id(), AccountRoom.ACTOR);
        assertThat(room.tokens.find(token.secret())).isPresent();
    }

    @Test
    void aTokenEndsOnItsDay() {
        ApiTokens.Created token = room.tokens.create("payroll", Role.AUDITOR, owner, 30, AccountRoom.ACTOR);
        room.pass(Duration.ofDays(30).minusSeconds(1));
        assertThat(room.tokens.find(token.secret())).isPresent();

        room.pass(Duration.ofSeconds(1));

        assertThat(room.tokens.find(token.secret())).isEmpty();
        assertThatThrownBy(() -> room.tokens.create("other", Role.AUDITOR, owner, 0, AccountRoom.ACTOR))
                .isInstanceOf(AccountException.class);
    }

    private Account account(String name) {
        return room.accounts.create(UserName.of(name), Role.ADMIN, AccountRoom.OTHER, AccountRoom.ACTOR);
    }
}
