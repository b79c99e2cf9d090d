package io.lintel.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.storage.TestDatabase;
import io.lintel.system.LintelException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseWatchTest {

    private final List<String> told = new ArrayList<>();
    private long nanos;

    private DatabaseWatch watch(java.util.function.Supplier<io.lintel.storage.Database> database) {
        return new DatabaseWatch(database, () -> nanos, (works, why) -> told.add(works + " " + why));
    }

    @Test
    void anAnswerOfAnyKindIsAHeartbeat() {
        DatabaseWatch watch = watch(() -> {
            throw new LintelException("the disk is full", "delete something");
        });
        nanos += Duration.ofHours(1).toNanos();
        watch.ask();

        assertThat(watch.isResponsive()).isTrue();
    }

    @Test
    void aFailureIsToldOnceWhileItLasts() {
        DatabaseWatch watch = watch(() -> {
            throw new LintelException("the disk is full", "delete something");
        });
        watch.ask();
        watch.ask();

        assertThat(told).containsExactly("false the disk is full");
    }

    /** An aborted journal of ext4 lets everything but a write succeed; health said that all is well for ever (vm-test). */
    @Test
    void aDiskThatFailsOnlyWhenWrittenIsFoundWithinMinutes(@TempDir Path folder) throws SQLException {
        try (TestDatabase opened = TestDatabase.open(folder.resolve("lintel.db"))) {
            DatabaseWatch watch = watch(opened::database);
            opened.execute(
                    "CREATE TRIGGER failing BEFORE UPDATE ON storage_probe BEGIN SELECT RAISE(ABORT, 'no'); END");
            watch.ask();
            assertThat(told).isEmpty();

            nanos += DatabaseWatch.WRITE_EVERY.toNanos();
            watch.ask();

            assertThat(told).singleElement().asString().startsWith("false");
        }
    }

    @Test
    void whoDoesNotAnswerIsSilent() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        try (DatabaseWatch watch = watch(() -> {
            asked.countDown();
            try {
                never.await();
            } catch (InterruptedException stop) {
                throw new LintelException("stopped", "nothing");
            }
            throw new IllegalStateException();
        })) {
            watch.start();
            asked.await();
            assertThat(watch.isResponsive()).isTrue();
            nanos += DatabaseWatch.SILENCE.toNanos();
            assertThat(watch.isResponsive()).isFalse();
        }
    }
}
