package io.lintel.appliance;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How one component is: the one wording that health checks, pages, REST and {@code lintel doctor} show. Immutable.
 *
 * @param component its name, such as camera
 * @param ready whether it does its work; one that is starting does not yet, which is no fault
 * @param text how it is, in a few words
 * @param remedy what to do about it; empty when all is well
 * @param details further facts for programs, such as counters; strings, numbers and booleans
 */
public record ComponentStatus(
        String component, State state, boolean ready, String text, String remedy, Map<String, Object> details) {

    /** How serious it is, from the least to the most. */
    public enum State {
        GOOD,
        WARNING,
        BAD;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ComponentStatus {
        details = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    public static ComponentStatus good(String component, String text) {
        return new ComponentStatus(component, State.GOOD, true, text, "", Map.of());
    }

    /** Works, but somebody should look at it. */
    public static ComponentStatus warning(String component, String text, String remedy) {
        return new ComponentStatus(component, State.WARNING, true, text, remedy, Map.of());
    }

    /** Not yet at work, and nothing is wrong. */
    public static ComponentStatus starting(String component, String text) {
        return new ComponentStatus(component, State.WARNING, false, text, "wait a moment", Map.of());
    }

    /** Does not do its work. */
    public static ComponentStatus bad(String component, String text, String remedy) {
        return new ComponentStatus(component, State.BAD, false, text, remedy, Map.of());
    }

    /** The same, though the component does its work all the same. */
    public ComponentStatus butReady() {
        return new ComponentStatus(component, state, true, text, remedy, details);
    }

    /** The same with one more fact for programs. */
    public ComponentStatus with(String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(details);
        more.put(key, value);
        return new ComponentStatus(component, state, ready, text, remedy, more);
    }
}
