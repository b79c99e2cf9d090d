package io.lintel.service;

import static io.lintel.gallery.TestGallery.towards;
import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.gallery.PersonDraft;
import io.lintel.gallery.enrolment.EnrolmentOutcome.NeedsConfirmation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PendingEnrolmentsTest {

    @TempDir
    Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private final PendingEnrolments pending = new PendingEnrolments(nanos::get);
    private ServiceFixture fixture;
    private String key;

    @BeforeEach
    void aLookAlikeWaits() {
        fixture = new ServiceFixture(folder);
        fixture.gallery.add("Alva's sister", towards(1, 0, 0.9));
        NeedsConfirmation asked = (NeedsConfirmation)
                fixture.people.enrol("ada", PersonDraft.named("Alva"), List.of(fixture.photo(1, 0, 0)), false);
        key = pending.keep("ada", "Alva", asked);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void theOperatorWhoAskedConfirmsItOnce() {
        assertThat(pending.find("ada", key)).isPresent();

        assertThat(pending.confirm("ada", key)).isPresent();

        assertThat(pending.confirm("ada", key)).isEmpty();
        assertThat(fixture.gallery.gallery.summary().persons()).isEqualTo(2);
    }

    @Test
    void nobodyElseSeesIt() {
        assertThat(pending.find("bob", key)).isEmpty();
        assertThat(pending.confirm("bob", key)).isEmpty();
        assertThat(pending.find("ada", key)).isPresent();
    }

    @Test
    void afterTenMinutesItIsGone() {
        nanos.addAndGet(Duration.ofMinutes(10).toNanos() + 1);

        assertThat(pending.confirm("ada", key)).isEmpty();
        assertThat(fixture.gallery.gallery.summary().persons()).isEqualTo(1);
    }
}
