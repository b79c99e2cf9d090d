package io.lintel.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ValiditySpanTest {

    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-04-01T00:00:00Z");

    @Test
    void aValidityEndsBeforeItsLastMoment() {
        ValiditySpan validity = new ValiditySpan(FROM, UNTIL);

        assertThat(validity.hasBegun(FROM.minusNanos(1))).isFalse();
        assertThat(validity.hasBegun(FROM)).isTrue();
        assertThat(validity.hasEnded(UNTIL.minusNanos(1))).isFalse();
        assertThat(validity.hasEnded(UNTIL)).isTrue();
        assertThat(ValiditySpan.UNLIMITED.hasBegun(Instant.MIN)).isTrue();
        assertThat(ValiditySpan.UNLIMITED.hasEnded(Instant.MAX)).isFalse();
    }

    @Test
    void onlyALimitedValidityDependsOnTheClock() {
        assertThat(ValiditySpan.UNLIMITED.isLimited()).isFalse();
        assertThat(new ValiditySpan(FROM, null).isLimited()).isTrue();
        assertThat(new ValiditySpan(null, UNTIL).isLimited()).isTrue();
    }

    @Test
    void anEmptyValidityIsRefused() {
        assertThatExceptionOfType(GalleryException.class).isThrownBy(() -> new ValiditySpan(UNTIL, FROM));
        assertThatExceptionOfType(GalleryException.class).isThrownBy(() -> new ValiditySpan(FROM, FROM));
    }
}
