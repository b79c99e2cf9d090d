package io.lintel.gallery.bulk;

import io.lintel.gallery.Consent;
import org.jspecify.annotations.Nullable;

/**
 * How an import is done.
 *
 * @param allowLookAlike an operator has confirmed that people who look like somebody enrolled are somebody else
 * @param consent of everybody for whom the CSV file names none; null for none
 */
public record ImportOptions(
        boolean allowLookAlike, @Nullable Consent consent) {}
