package io.lintel.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.account.Argon2Hasher;
import io.lintel.account.Argon2Parameters;
import io.lintel.audit.AuditFilter;
import io.lintel.audit.AuditLog;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.PinStore;
import io.lintel.gallery.TestGallery;
import io.lintel.system.LintelException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonPinsTest {

    /** Weak on purpose: tests are not attacked. */
    private static final Argon2Parameters QUICK = new Argon2Parameters(8, 1, 1);

    @TempDir
    Path folder;

    private interface Scene {
        void with(TestGallery gallery, PersonPins pins, AuditLog log) throws Exception;
    }

    private void run(Scene test) throws Exception {
        try (TestGallery gallery = TestGallery.open(folder)) {
            AuditLog log = new AuditLog(gallery.database().database(), InstantSource.system());
            PersonPins pins = new PersonPins(
                    new PinStore(gallery.database().database(), gallery.keys),
                    new Argon2Hasher(QUICK),
                    log,
                    InstantSource.system());
            test.with(gallery, pins, log);
        }
    }

    @Test
    void aPinThatWasSetMatchesAndNoOther() throws Exception {
        run((gallery, pins, log) -> {
            PersonId dalia = gallery.add("dalia", TestGallery.towards(1));
            assertThat(pins.has(dalia)).isFalse();

            pins.set(dalia, "4711", "root");

            assertThat(pins.has(dalia)).isTrue();
            assertThat(pins.matches(dalia, "4711")).isTrue();
            assertThat(pins.matches(dalia, "4712")).isFalse();
            assertThat(pins.matches(new PersonId(99), "4711")).isFalse();
        });
    }

    @Test
    void onlyAHashIsStoredAndTheLogDoesNotNameThePin() throws Exception {
        run((gallery, pins, log) -> {
            PersonId dalia = gallery.add("dalia", TestGallery.towards(1));
            pins.set(dalia, "47114711", "root");

            String stored = new PinStore(gallery.database().database(), gallery.keys)
                    .hash(dalia)
                    .orElseThrow();
            assertThat(stored).startsWith("$argon2id$").doesNotContain("47114711");
            assertThat(log.newest(AuditFilter.ALL, 10).rows()).singleElement().satisfies(row -> {
                assertThat(row.toString()).doesNotContain("47114711").contains("PERSON_CHANGED");
            });
        });
    }

    @Test
    void aPinGoesWithItsPerson() throws Exception {
        run((gallery, pins, log) -> {
            PersonId dalia = gallery.add("dalia", TestGallery.towards(1));
            pins.set(dalia, "4711", "root");

            gallery.people.remove(dalia);

            assertThat(pins.has(dalia)).isFalse();
        });
    }

    @Test
    void aRemovedPinIsGone() throws Exception {
        run((gallery, pins, log) -> {
            PersonId dalia = gallery.add("dalia", TestGallery.towards(1));
            pins.set(dalia, "4711", "root");

            assertThat(pins.remove(dalia, "root")).isTrue();
            assertThat(pins.remove(dalia, "root")).isFalse();
            assertThat(pins.matches(dalia, "4711")).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "1234", "9876", "1111", "12345678901", "47a1", "４７１１"})
    void aPinThatIsGuessedFirstOrIsNoneIsRefused(String pin) throws Exception {
        run((gallery, pins, log) -> {
            PersonId dalia = gallery.add("dalia", TestGallery.towards(1));

            assertThatThrownBy(() -> pins.set(dalia, pin, "root")).isInstanceOf(LintelException.class);
            assertThat(pins.has(dalia)).isFalse();
        });
    }

    @Test
    void nobodyHasNoPin() throws Exception {
        run((gallery, pins, log) -> assertThatThrownBy(() -> pins.set(new PersonId(7), "4711", "root"))
                .isInstanceOf(LintelException.class));
    }
}
