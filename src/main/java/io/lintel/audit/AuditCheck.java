package io.lintel.audit;

import java.util.List;

/**
 * What a look at the log's numbers found.
 *
 * @param first the oldest number that retention has left
 * @param last the newest number that was ever given
 * @param rows how many rows there are
 * @param gaps numbers that were given and are missing; the first hundred
 * @param clockSteps how often the clock was set back between two rows
 */
public record AuditCheck(long first, long last, long rows, List<Gap> gaps, long clockSteps) {

    /** Missing rows, both ends included. */
    public record Gap(long first, long last) {}

    public AuditCheck {
        gaps = List.copyOf(gaps);
    }

    public boolean isComplete() {
        return gaps.isEmpty();
    }
}
