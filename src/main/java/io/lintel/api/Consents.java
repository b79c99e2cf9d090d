package io.lintel.api;

import io.lintel.gallery.Consent;
import io.lintel.security.HttpProblem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A consent as a form gives it. */
final class Consents {

    private Consents() {}

    /** Null for none. @throws HttpProblem for a term without a consent */
    static @Nullable Consent of(@Nullable String purpose, @Nullable Integer keepDays) {
        if (purpose == null || purpose.isBlank()) {
            if (keepDays != null) {
                throw new HttpProblem(
                        422, "keepDays belongs to a consent, and there is none", "send consentPurpose too");
            }
            return null;
        }
        return keepDays == null ? new Consent(Instant.now(), purpose) : new Consent(Instant.now(), purpose, keepDays);
    }
}
