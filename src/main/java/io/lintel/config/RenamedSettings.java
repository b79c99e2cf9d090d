package io.lintel.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Settings that had another name in earlier versions. The old name still works; a start says once what to write instead. */
final class RenamedSettings {

    private static final Map<String, String> NEW_NAMES = newNames();

    private RenamedSettings() {}

    private static Map<String, String> newNames() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("lintel.door.pulse", "lintel.door.unlock-time");
        names.put("lintel.door.maximum", "lintel.door.longest-unlock");
        names.put("lintel.visit.absence", "lintel.visit.left-after");
        names.put("lintel.alarm.tell", "lintel.alarm.events");
        names.put("lintel.log.snapshots-most", "lintel.log.snapshots-max-count");
        return names;
    }

    /** The name that counts today; the same where it was never another. */
    static String today(String key) {
        return NEW_NAMES.getOrDefault(key, key);
    }

    /** All names of earlier versions. */
    static Set<String> before() {
        return NEW_NAMES.keySet();
    }

    /** The name of earlier versions. */
    static Optional<String> before(String key) {
        return NEW_NAMES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(key))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * The same values under today's names.
     *
     * @param where the source that they come from
     * @param notes takes a sentence for each old name
     * @param problems takes a sentence where one source has both names
     */
    static Map<String, String> renamed(
            Map<String, String> values, String where, List<String> notes, List<String> problems) {
        Map<String, String> today = new TreeMap<>(values);
        NEW_NAMES.forEach((before, now) -> {
            String value = today.remove(before);
            if (value == null) {
                return;
            }
            if (today.putIfAbsent(now, value) != null) {
                problems.add(
                        "both " + now + " and its old name " + before + " are set in " + where + ": delete " + before);
            } else {
                notes.add(before + " is now called " + now + ": rename it in " + where);
            }
        });
        return today;
    }
}
