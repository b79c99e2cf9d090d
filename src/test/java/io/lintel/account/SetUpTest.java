package io.lintel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetUpTest {

    private static final UserName ROOT = UserName.of("root");

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
    void theTokenCreatesTheFirstAdminSignsThemInAndIsUsedUp() {
        String token = room.setUp.begin().orElseThrow();
        Sessions.Opened opened = room.setUp.complete(token, ROOT, AccountRoom.GOOD, "10.0.0.1", "");

        assertThat(opened.session().account().role()).isEqualTo(Role.ADMIN);
        assertThat(room.setUp.isOpen()).isFalse();
        assertThat(room.setUp.begin()).isEmpty();
        assertThatThrownBy(() -> room.setUp.complete(token, UserName.of("eve"), AccountRoom.OTHER, "10.0.0.6", ""))
                .isInstanceOf(AccountException.class);
        assertThat(room.accounts.list()).hasSize(1);
    }

    @Test
    void typedByHandCaseDashesAndLookAlikesDoNotMatter() {
        String token = room.setUp.begin().orElseThrow();
        String typed = " "
                + token.toLowerCase(Locale.ROOT)
                        .replace("-", " ")
                        .replace('0', 'o')
                        .replace('1', 'l');

        assertThat(room.setUp.isRight(typed)).isTrue();
    }

    @Test
    void aWrongEmptyOrOldTokenIsRefused() {
        assertThat(room.setUp.isRight("")).isFalse();
        String old = room.setUp.begin().orElseThrow();
        room.setUp.begin();

        assertThat(room.setUp.isRight(old)).isFalse();
        assertThat(room.setUp.isRight("")).isFalse();
        assertThatThrownBy(() -> room.setUp.complete(old, ROOT, AccountRoom.GOOD, "10.0.0.1", ""))
                .hasMessageContaining("set-up token");
    }

    @Test
    void aWeakPasswordDoesNotUseTheTokenUp() {
        String token = room.setUp.begin().orElseThrow();

        assertThatThrownBy(() -> room.setUp.complete(token, ROOT, "short", "10.0.0.1", ""))
                .hasMessageContaining("12 characters");
        assertThat(room.setUp.complete(token, ROOT, AccountRoom.GOOD, "10.0.0.1", ""))
                .isNotNull();
    }

    @Test
    void tenAtOnceMakeOneAdmin() throws Exception {
        String token = room.setUp.begin().orElseThrow();
        try (var threads = Executors.newFixedThreadPool(10)) {
            var tries = IntStream.range(0, 10)
                    .mapToObj(i -> (Callable<Sessions.Opened>) () ->
                            room.setUp.complete(token, UserName.of("root" + i), AccountRoom.GOOD, "10.0.0." + i, ""))
                    .toList();
            assertThat(threads.invokeAll(tries).stream().filter(SetUpTest::succeeded))
                    .hasSize(1);
        }
        assertThat(room.accounts.list()).hasSize(1);
    }

    private static boolean succeeded(Future<?> future) {
        return future.state() == Future.State.SUCCESS;
    }
}
