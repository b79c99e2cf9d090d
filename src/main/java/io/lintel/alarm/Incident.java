package io.lintel.alarm;

import java.time.Instant;
import java.util.Map;

/**
 * Something to tell that is not the door's own: an attack seen by recognition, a lost camera, a database that fails. Holds no
 * name and no picture. Immutable.
 *
 * @param source which part of the box: {@code access}, {@code camera}, {@code database}, {@code test}
 * @param event what happened, lower case with hyphens
 * @param raises whether an alarm begins with it; false when one ends, or for what has no end
 * @param details words and numbers that the event's name does not say
 */
public record Incident(String source, String event, Instant at, boolean raises, Map<String, Object> details) {

    public Incident {
        details = Map.copyOf(details);
    }
}
