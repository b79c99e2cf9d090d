package io.lintel.service;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a change of a setting could do to the door, and what this page leaves to whoever stands before the box. */
final class SettingRisks {

    private static final String SECRET = "it names a file with a secret";

    private static final Map<String, String> FIXED = Map.of(
            "lintel.data.folder",
            "it says where this page's own changes are kept",
            "lintel.data.key-folder",
            SECRET,
            "lintel.camera.ffmpeg",
            "it names a program that the box runs",
            "lintel.alarm.webhook.secret-file",
            SECRET,
            "lintel.alarm.mqtt.password-file",
            SECRET,
            "lintel.alarm.mqtt.broker",
            "the password of its user is sent there",
            "lintel.web.key",
            SECRET,
            "lintel.web.certificate",
            "it belongs to lintel.web.key");

    private static final String FIRE_SET = "a fire input that is wired is not taken away from afar";

    private static final Set<String> FIRE = Set.of("lintel.door.fire", "lintel.door.fire-contact");

    /** Numbers that let people in more easily when they go this way. */
    private static final Map<String, Integer> EASIER = Map.of(
            "lintel.decision.target-fpir", 1,
            "lintel.decision.lowest-threshold", -1,
            "lintel.decision.margin", -1,
            "lintel.decision.agreeing-frames", -1,
            "lintel.camera.field-of-view", 1,
            "lintel.visit.farthest-metres", 1,
            "lintel.visit.first-wait", -1,
            "lintel.visit.longest-wait", -1);

    private static final Pattern DURATION = Pattern.compile("(\\d+)(ms|[smhd])");
    private static final Map<String, Long> MILLISECONDS =
            Map.of("ms", 1L, "s", 1000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

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
        if (key.equals("lintel.web.trusted-proxies")) {
            return Optional.of("Whoever has one of these addresses can say that a request comes from any other.");
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
        } catch (NumberFormatException | DateTimeException e) {
            return true; // to be on the safe side; the check says whether it is a value at all
        }
    }

    /** Of a duration its seconds, so that 1s, 1000ms and PT1S are the same. */
    private static double number(String text) {
        Matcher duration = DURATION.matcher(text.toLowerCase(Locale.ROOT));
        if (duration.matches()) {
            return Double.parseDouble(duration.group(1)) * MILLISECONDS.getOrDefault(duration.group(2), 1L) / 1000;
        }
        return text.startsWith("P") ? Duration.parse(text).toMillis() / 1000.0 : Double.parseDouble(text);
    }
}
