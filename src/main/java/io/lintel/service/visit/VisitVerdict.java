package io.lintel.service.visit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody who knows the person says about a visit. */
public enum VisitVerdict {
    THEM,
    NOT_THEM;

    /** As the log has it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<VisitVerdict> ofCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
