package io.lintel.admin.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.gallery.GalleryException;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PersonFormTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void b13AValidityThatEndsBeforeItBeginsIsToldByTheDaysThatWereTyped() {
        assertThatThrownBy(() -> PersonForm.validity("2027-01-01", "2026-01-01", BERLIN))
                .isInstanceOf(GalleryException.class)
                .hasMessage("The last day (2026-01-01) is before the first (2027-01-01)");
    }

    @Test
    void theLastDayCountsAsAWhole() {
        assertThat(PersonForm.validity("2026-01-01", "2026-01-01", BERLIN).until())
                .isEqualTo(Instant.parse("2026-01-01T23:00:00Z"));
    }
}
