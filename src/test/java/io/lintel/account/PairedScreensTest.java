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

class PairedScreensTest {

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
    void aScreenIsKnownFromItsConfirmationUntilItsRevocation() {
        PairedScreens.Asked asked = room.screens.ask("10.0.0.7");
        assertThat(room.screens.find(asked.secret())).isEmpty();

        PairedScreen screen = room.screens.pair(asked.code(), "back entrance", AccountRoom.ACTOR);

        assertThat(room.screens.find(asked.secret())).contains(screen);
        assertThat(room.screens.waitingCode(asked.secret())).isEmpty();
        assertThat(room.screens.revoke(screen.id(), AccountRoom.ACTOR)).isTrue();
        assertThat(room.screens.find(asked.secret())).isEmpty();
        assertThat(room.screens.revoke(screen.id(), AccountRoom.ACTOR)).isFalse();
        assertThat(room.kinds()).containsExactly(Kind.SCREEN_PAIRED, Kind.SCREEN_REVOKED);
    }

    @Test
    void aCodeIsTypedAsPeopleType() {
        String code = room.screens.ask("10.0.0.7").code();
        assertThat(code).hasSize(6).matches("[2-9A-HJKMNP-Z]{6}");
        String typed = " " + code.substring(0, 3).toLowerCase(java.util.Locale.ROOT) + "-" + code.substring(3) + " ";
        assertThat(room.screens.pair(typed, "hall", AccountRoom.ACTOR).name()).isEqualTo("hall");
    }

    @Test
    void aCodeServesOnce() {
        String code = room.screens.ask("10.0.0.7").code();
        room.screens.pair(code, "hall", AccountRoom.ACTOR);
        assertThatThrownBy(() -> room.screens.pair(code, "another", AccountRoom.ACTOR))
                .hasMessageContaining("No screen shows this code");
    }

    @Test
    void aCodeIsOverAfterTenMinutes() {
        PairedScreens.Asked asked = room.screens.ask("10.0.0.7");
        room.pass(PairedScreens.CODE_LASTS.plusSeconds(1));
        assertThat(room.screens.waiting()).isEmpty();
        assertThat(room.screens.waitingCode(asked.secret())).isEmpty();
        assertThatThrownBy(() -> room.screens.pair(asked.code(), "hall", AccountRoom.ACTOR))
                .hasMessageContaining("No screen shows this code");
    }

    @Test
    void aTakenNameDoesNotUseTheCodeUp() {
        room.screens.pair(room.screens.ask("10.0.0.7").code(), "hall", AccountRoom.ACTOR);
        String code = room.screens.ask("10.0.0.8").code();
        assertThatThrownBy(() -> room.screens.pair(code, "hall", AccountRoom.ACTOR))
                .hasMessageContaining("already");
        assertThat(room.screens.pair(code, "yard", AccountRoom.ACTOR).name()).isEqualTo("yard");
    }

    @Test
    void oneAddressCannotFillTheList() {
        PairedScreens.Asked first = room.screens.ask("10.0.0.7");
        for (int more = 0; more < 100; more++) {
            room.pass(Duration.ofSeconds(4));
            room.screens.ask("10.0.0.7");
        }
        assertThat(room.screens.waiting()).hasSize(1);
        assertThat(room.screens.waitingCode(first.secret())).isEmpty();
    }

    @Test
    void aBoundedNumberOfScreensWaits() {
        for (int screen = 0; screen < 8; screen++) {
            room.screens.ask("10.0.0." + screen);
        }
        room.pass(Duration.ofMinutes(2));
        assertThatThrownBy(() -> room.screens.ask("10.0.1.1")).hasMessageContaining("Too many");
        room.pass(Duration.ofMinutes(11));
        assertThat(room.screens.ask("10.0.1.1").code()).isNotEmpty();
    }

    @Test
    void askingAgainAndAgainDoesNotWearTheDisk() {
        for (int wish = 0; wish < 20; wish++) {
            room.screens.ask("10.0.0.7");
        }
        assertThatThrownBy(() -> room.screens.ask("10.0.0.7")).hasMessageContaining("Too many screens ask");
    }

    @Test
    void lastSeenIsNotWrittenEachTime() {
        PairedScreens.Asked asked = room.screens.ask("10.0.0.7");
        PairedScreen screen = room.screens.pair(asked.code(), "hall", AccountRoom.ACTOR);
        room.screens.seen(screen);
        PairedScreen seen = room.screens.find(asked.secret()).orElseThrow();
        assertThat(seen.lastSeen()).isEqualTo(room.now);
        room.pass(Duration.ofMinutes(1));
        room.screens.seen(seen);
        assertThat(room.screens.find(asked.secret())).contains(seen);
    }
}
