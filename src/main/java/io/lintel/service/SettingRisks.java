package io.lintel.service;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a change of a setting could do to the door, and what this page leaves to whoever stands before the box. */
final class SettingRisks {

    private static final Map<String, String> FIXED = Map.of(
            "lintel.data.folder",
            "it says where this page's own changes are kept",
            "lintel.camera.ffmpeg",
            "it names a program that the box runs");

    private static final String FIRE_SET = "a fire input that is wired is not taken away from afar";

    private static final Set<String> FIRE = Set.of("lintel.door.fire", "lintel.door.fire-contact");

    /** Numbers that let people in more easily when they go this way. */
    private static final Map<String, Integer> EASIER = Map.of(
            "lintel.decision.target-fpir", 1,
            "lintel.decision.lowest-threshold", -1,
            "lintel.decision.margin", -1,
            "lintel.decision.agreeing-frames", -1,
            "lintel.visit.first-wait", -1,
            "lintel.visit.longest-wait", -1);

    private SettingRisks() {}

    /** Why the page cannot change it; empty when it can. @param value in force */
    static String fixed(String key, String fireLine) {
        String reason = FIXED.get(key);
        if (reason == null && FIRE.contains(key) && !fireLine.isEmpty()) {
            reason = FIRE_SET;
        }
        return reason == null ? "" : reason + ": change it in the settings file on the box";
    }

    /** What has to be confirmed before this change; empty when nothing has to. */
    static Optional<String> question(String key, String from, String to) {
        if (key.equals("lintel.liveness.mode") && to.equals("off")) {
            return Optional.of("With liveness off, a photo of an enrolled person opens this door.");
        }
        if (key.startsWith("lintel.liveness.")
                || key.startsWith("lintel.pin.")
                || key.startsWith("lintel.camera.second.")) {
            return Optional.of(
                    "This decides what a person has to show beyond the face. A weaker value lets a fake in more easily.");
        }
        if (key.equals("lintel.decision.open-without-audit") && to.equals("true")) {
            return Optional.of("The door will also open when nothing can be written to the log.");
        }
        if (EASIER.containsKey(key) && isEasier(key, from, to)) {
            return Optional.of("This lets people in more easily, strangers included.");
        }
        if (key.startsWith("lintel.door.")) {
            return Optional.of(
                    "This is the wiring or the timing of the door itself. A wrong value can leave it open or shut"
                            + " people in: stand at the door when Lintel starts again, and test it.");
        }
        if (key.startsWith("lintel.web.")) {
            return Optional.of(
                    "A wrong value can take this page away from you; the settings file on the box brings it back.");
        }
        return Optional.empty();
    }

    private static boolean isEasier(String key, String from, String to) {
        try {
            double difference = number(to) - number(from);
            return difference * EASIER.getOrDefault(key, 0) > 0;
        } catch (NumberFormatException e) {
            return true; // to be on the safe side; the check says whether it is a value at all
        }
    }

    private static double number(String text) {
        return Double.parseDouble(text.replaceAll("[a-z]+$", ""));
    }
}
