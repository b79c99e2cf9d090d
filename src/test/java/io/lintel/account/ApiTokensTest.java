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

    @BeforeEach
    void open() {
        room = new AccountRoom(folder);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aTokenIsFoundByItsSecretUntilItIsRevoked() {
        ApiTokens.Created created = room.tokens.create("payroll", Role.AUDITOR, AccountRoom.ACTOR);
        assertThat(created.secret().value()).startsWith("lintel_").hasSize(50);
        assertThat(room.tokens.find(created.secret()).orElseThrow().role()).isEqualTo(Role.AUDITOR);

        room.tokens.revoke(created.token().id(), AccountRoom.ACTOR);

        assertThat(room.tokens.find(created.secret())).isEmpty();
        assertThat(room.tokens.list()).isEmpty();
        assertThat(room.kinds()).containsExactly(Kind.TOKEN_CREATED, Kind.TOKEN_REVOKED);
    }

    @Test
    void aRevokedNameMayBeUsedAnewButNotATakenOne() {
        ApiTokens.Created first = room.tokens.create("payroll", Role.AUDITOR, AccountRoom.ACTOR);
        assertThatThrownBy(() -> room.tokens.create(" payroll ", Role.ADMIN, AccountRoom.ACTOR))
                .hasMessageContaining("already");

        room.tokens.revoke(first.token().id(), AccountRoom.ACTOR);
        ApiTokens.Created second = room.tokens.create("payroll", Role.AUDITOR, AccountRoom.ACTOR);

        assertThat(second.token().id()).isGreaterThan(first.token().id());
        assertThat(room.tokens.find(first.secret())).isEmpty();
    }

    @Test
    void useIsNotedButNotWithAWriteEachTime() {
        ApiTokens.Created created = room.tokens.create("payroll", Role.AUDITOR, AccountRoom.ACTOR);
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
        assertThatThrownBy(() -> room.tokens.create("  ", Role.AUDITOR, AccountRoom.ACTOR))
                .isInstanceOf(AccountException.class);
        assertThatThrownBy(() -> room.tokens.create("🦊".repeat(10_000), Role.AUDITOR, AccountRoom.ACTOR))
                .isInstanceOf(AccountException.class);
    }

    @Test
    void aRevocationIsLoggedOnce() {
        ApiTokens.Created created = room.tokens.create("payroll", Role.AUDITOR, AccountRoom.ACTOR);
        room.tokens.revoke(created.token().id(), AccountRoom.ACTOR);
        room.tokens.revoke(created.token().id(), AccountRoom.ACTOR);

        assertThat(room.kinds().stream().filter(Kind.TOKEN_REVOKED::equals)).hasSize(1);
    }
}
