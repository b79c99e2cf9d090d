package io.lintel.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditFilter;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.audit.AuditRow;
import io.lintel.gallery.Consent;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.TestGallery;
import io.lintel.gallery.VisitStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsentTermsTest {

    private static final Instant ENROLLED = TestGallery.NOON;

    @TempDir
    Path folder;

    private TestGallery opened;
    private AuditLog log;
    private ConsentTerms terms;
    private PersonId dalia;
    private Instant now = ENROLLED;

    @BeforeEach
    void daliaMayBeKeptForThirtyDays() {
        opened = TestGallery.open(folder);
        log = new AuditLog(opened.database().database(), () -> now);
        terms = new ConsentTerms(
                opened.people, new VisitStore(opened.database().database()), log, opened.people::remove);
        dalia = opened.add("dalia", TestGallery.towards(1));
        opened.people.setConsent(dalia, new Consent(ENROLLED, "the door", 30));
        opened.add("nobody asked", TestGallery.towards(0, 1));
    }

    @AfterEach
    void close() {
        opened.close();
    }

    @Test
    void peopleWithoutAVisitAreRemovedAfterTheTermAndThoseWithoutATermStay() {
        assertThat(terms.enforce(day(30))).isZero();
        assertThat(terms.enforce(day(31))).isEqualTo(1);

        assertThat(opened.people.find(dalia)).isEmpty();
        assertThat(opened.people.list("", 10, 0)).hasSize(1);
    }

    @Test
    void aVisitBeginsTheTermAnew() {
        cameOn(20);

        assertThat(terms.enforce(day(49))).isZero();
        assertThat(terms.enforce(day(51))).isEqualTo(1);
    }

    @Test
    void aVisitCountsAlsoWhenItsRowOfTheLogIsGone() {
        cameOn(20);
        terms.enforce(day(21));
        log.purge(day(25), "retention");

        assertThat(terms.enforce(day(49))).isZero();
        assertThat(terms.enforce(day(51))).isEqualTo(1);
    }

    @Test
    void aConsentThatIsGivenAgainBeginsTheTermAnew() {
        opened.people.setConsent(dalia, new Consent(day(25), "the door", 30));

        assertThat(terms.enforce(day(54))).isZero();
    }

    @Test
    void aReminderIsWrittenOnceInTheLastHalfOfAShortTerm() {
        assertThat(terms.end(opened.people.require(dalia))).contains(day(30));
        assertThat(terms.remind(day(15))).isZero();
        now = day(16);
        assertThat(terms.remind(day(16))).isEqualTo(1);
        assertThat(terms.remind(day(17))).isZero();

        AuditRow reminder = log.newest(AuditFilter.ALL.withKinds(Set.of(AuditKind.DELETION_DUE)), 10)
                .rows()
                .getFirst();
        assertThat(reminder.event().person()).isEqualTo(dalia.value());
        assertThat(reminder.event().details()).contains(day(30).toString());
    }

    @Test
    void aLongTermEndsTwoWeeksAfterItsReminderAndAVisitMakesItDueAnew() {
        opened.people.setConsent(dalia, new Consent(ENROLLED, "the door", 365));

        assertThat(terms.remind(day(350))).isZero();
        now = day(351);
        assertThat(terms.remind(day(351))).isEqualTo(1);
        cameOn(360);
        assertThat(terms.remind(day(361))).isZero();
        assertThat(terms.remind(day(711))).isEqualTo(1);
    }

    private void cameOn(int day) {
        now = day(day);
        log.append(AuditEvent.of(AuditKind.ACCESS_GRANTED, "door").about(dalia.value()));
    }

    private static Instant day(int number) {
        return ENROLLED.plus(Duration.ofDays(number));
    }
}
