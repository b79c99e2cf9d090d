package io.lintel.api;

import io.lintel.security.HttpProblem;
import io.lintel.system.PlausibleTime;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a program may write where a time or a row's number is wanted; anything else is answered with 400 and the parameter's name. */
final class Parameters {

    private Parameters() {}

    /** Null when it is not there or blank. */
    static @Nullable Instant time(String name, @Nullable String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        try {
            Instant time = Instant.parse(written.strip());
            if (PlausibleTime.isStorable(time)) {
                return time;
            }
        } catch (DateTimeException e) {
            // the same answer
        }
        throw new HttpProblem(400, name + " is no time", "write it as 2026-12-31T08:00:00Z, in the years 1900 to 9999");
    }

    /** A row's number as a page of a list gives it, 0 to 2^53. */
    static @Nullable Long cursor(String name, @Nullable Long number) {
        if (number != null && (number < 0 || number > 1L << 53)) {
            throw new HttpProblem(
                    400, name + "=" + number + " is no row's number", "take it from 'next' of the answer before");
        }
        return number;
    }
}
