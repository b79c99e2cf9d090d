package io.lintel.gallery;

import java.time.Instant;

/**
 * A person's agreement to be recognised (GDPR Art. 9(2)(a)).
 *
 * @param given when
 * @param purpose what for, as it was told to the person; 1 to 1000 characters
 */
public record Consent(Instant given, String purpose) {

    public Consent {
        purpose = purpose.strip();
        if (purpose.isEmpty() || purpose.codePointCount(0, purpose.length()) > 1000) {
            throw new GalleryException(
                    "A consent names its purpose in 1 to 1000 characters", "say what the person has agreed to");
        }
    }
}
