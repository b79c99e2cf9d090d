package io.lintel.gallery;

import io.lintel.system.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A person's agreement to be recognised (GDPR Art. 9(2)(a)).
 *
 * @param given when
 * @param purpose what for, as it was told to the person; 1 to 1000 characters
 * @param keepDays for how long after the last visit the data may be kept, 1 to 1095 days: three years are the most that the
 *     strictest law in force allows (BIPA, section 15a)
 */
public record Consent(Instant given, String purpose, int keepDays) {

    public static final int LONGEST_KEEP_DAYS = 1095;

    public Consent {
        purpose = purpose.strip();
        if (purpose.isEmpty() || purpose.codePointCount(0, purpose.length()) > 1000) {
            throw new GalleryException(
                    "A consent names its purpose in 1 to 1000 characters", "say what the person has agreed to");
        }
        if (keepDays < 1 || keepDays > LONGEST_KEEP_DAYS) {
            throw new GalleryException(
                    "Data are kept for 1 to " + LONGEST_KEEP_DAYS + " days after the last visit, not for " + keepDays,
                    "agree on a time in these bounds");
        }
    }

    /**
     * Tells one text from another: two consents have the same version if they are to the same text. The first eight digits of the text's SHA-256.
     */
    public String version() {
        return Sha256.of(purpose.getBytes(StandardCharsets.UTF_8)).substring(0, 8);
    }

    public Consent(Instant given, String purpose) {
        this(given, purpose, LONGEST_KEEP_DAYS);
    }
}
