package io.lintel.admin.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.access.DenialReason;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EventTextTest {

    private static final EventDetails NONE = EventDetails.of("{}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lock-down   | Emeka was recognised, but kept out: lock-down",
                "kept-locked | Emeka was recognised, but kept out: the door is kept locked",
                "no-pin      | Emeka was turned away: no PIN was typed",
                "no-liveness | Emeka was turned away: no answer whether the face is live",
                "spoof       | Somebody with the face of Emeka was turned away: perhaps not a live face",
                "later       | Emeka was turned away: later"
            })
    void aDenialSaysWhatHappenedAndAccusesNobody(String reason, String text) {
        AuditEvent denial =
                AuditEvent.of(AuditKind.ACCESS_DENIED, "door").because(reason).about(2);

        assertThat(EventText.title(denial, "emeka", NONE)).isEqualTo(text);
    }

    @Test
    void b4AWaitSaysUntilWhenAndAfterWhat() {
        AuditEvent wait = AuditEvent.of(AuditKind.ACCESS_DENIED, "door").because("locked-out");
        EventDetails details = EventDetails.of("""
            {"wait_until":"2026-11-28T21:01:20Z","detail":"has to wait until 22:01:20 after 6 failed tries"}\
            """);

        assertThat(EventText.title(wait, "nobody", details))
                .isEqualTo("Somebody has to wait until 22:01:20 after 6 failed tries");
    }

    @ParameterizedTest
    @EnumSource(DenialReason.class)
    void eachReasonHasAClauseOfItsOwn(DenialReason reason) {
        assertThat(EventText.because(reason.code())).isNotEqualTo(reason.code()).doesNotContain("_");
    }

    @Test
    void aReasonOfAnotherVersionIsShownAsItStands() {
        assertThat(EventText.because("too-tall")).isEqualTo("too tall");
    }
}
