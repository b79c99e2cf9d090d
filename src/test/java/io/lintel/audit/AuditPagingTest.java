package io.lintel.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.storage.TestDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages by key, in both directions. */
class AuditPagingTest {

    @TempDir
    Path folder;

    private TestDatabase opened;
    private AuditLog log;
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    @BeforeEach
    void tenRowsOfWhichEachThirdIsADenial() {
        opened = TestDatabase.open(folder.resolve("lintel.db"));
        log = new AuditLog(opened.database(), () -> now);
        for (int row = 1; row <= 10; row++) {
            now = now.plusSeconds(1);
            log.append(AuditEvent.of(row % 3 == 0 ? AuditKind.ACCESS_DENIED : AuditKind.ACCESS_GRANTED, "door"));
        }
    }

    @AfterEach
    void close() {
        opened.close();
    }

    @Test
    void theWayBackLeadsOverTheSamePages() {
        AuditPage newest = log.newest(AuditFilter.ALL, 4);
        AuditPage older = log.page(AuditFilter.ALL, newest.next(), 4);
        AuditPage back = log.pageAfter(AuditFilter.ALL, older.rows().getFirst().seq(), 4);

        assertThat(numbers(older)).containsExactly(6L, 5L, 4L, 3L);
        assertThat(numbers(back)).isEqualTo(numbers(newest));
        assertThat(back.next()).as("nothing is newer").isNull();
    }

    @Test
    void aPageTowardsThePresentTellsHowToGoOn() {
        AuditPage page = log.pageAfter(AuditFilter.ALL, 2, 3);

        assertThat(numbers(page)).containsExactly(5L, 4L, 3L);
        assertThat(numbers(log.pageAfter(AuditFilter.ALL, page.next(), 3))).containsExactly(8L, 7L, 6L);
    }

    @Test
    void aFilterHoldsInBothDirections() {
        AuditFilter denied = AuditFilter.ALL.withKinds(Set.of(AuditKind.ACCESS_DENIED));

        assertThat(numbers(log.pageAfter(denied, 3, 10))).containsExactly(9L, 6L);
        assertThat(numbers(log.pageAfter(denied.withText("nothing"), 0, 10))).isEmpty();
        assertThat(log.pageAfter(denied, 9, 10)).isEqualTo(new AuditPage(List.of(), null));
    }

    @Test
    void oneRowIsFoundByItsNumber() {
        assertThat(log.last()).isEqualTo(10);
        assertThat(log.row(9)).map(row -> row.event().kind()).contains(AuditKind.ACCESS_DENIED);
        assertThat(log.row(11)).isEmpty();
    }

    private static List<Long> numbers(AuditPage page) {
        return page.rows().stream().map(AuditRow::seq).toList();
    }
}
