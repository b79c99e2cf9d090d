package io.lintel.admin.log;

import io.quarkus.qute.TemplateData;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One detail of an event with what it is called. @param key as exports and the API call it */
@TemplateData
public record Detail(String label, String key, String value, String unit) {

    private record Meaning(String label, String unit) {}

    private static final Map<String, Meaning> MEANINGS = Map.ofEntries(
            meaning("track", "Track of the face", ""),
            meaning("attempt", "Try of this face", ""),
            meaning("frame", "Frame", ""),
            meaning("frame_age_ms", "Age of the frame", "ms"),
            meaning("since_first_face_ms", "Since the face was first seen", "ms"),
            meaning("best", "Nearest person (number)", ""),
            meaning("best_score", "Score of the nearest", ""),
            meaning("runner_up", "Second nearest (number)", ""),
            meaning("look_alikes", "Or one of these look-alikes (numbers)", ""),
            meaning("runner_up_score", "Score of the second", ""),
            meaning("margin", "Lead over the second", ""),
            meaning("required_margin", "Lead needed", ""),
            meaning("threshold", "Threshold in force", ""),
            meaning("threshold_fmr", "False match rate there, per comparison", ""),
            meaning("threshold_fpir", "False positive rate there, per visit", ""),
            meaning("threshold_measured", "Within what was measured", ""),
            meaning("threshold_population", "On whom these rates were measured", ""),
            meaning("best_cosine", "Plain cosine of the best", ""),
            meaning("sustained_score", "Score over the last second", ""),
            meaning("site_share", "Share of the others' mean that is left out", ""),
            meaning("site_resemblance", "Mean cosine of two people here", ""),
            meaning("site_deviation", "Its standard deviation", ""),
            meaning("site_highest", "Highest cosine of two people here", ""),
            meaning("site_pairs", "Pairs of people compared for it", ""),
            meaning("votes", "Pictures that agree", ""),
            meaning("voters", "Pictures that count", ""),
            meaning("looks", "Good pictures in all", ""),
            meaning("near_looks", "Of them near the door", ""),
            meaning("looked_for_ms", "From first to last picture", "ms"),
            meaning("liveness", "Liveness score, mean", ""),
            meaning("liveness_evidence", "Evidence for a live face", "nats"),
            meaning("liveness_bound", "Evidence needed to be live", "nats"),
            meaning("attack_bound", "Evidence of an attack", "nats"),
            meaning("liveness_frames", "Pictures judged for liveness", ""),
            meaning("liveness_rule", "Liveness rule", ""),
            meaning("liveness_level", "Liveness level", ""),
            meaning("gallery_persons", "People compared with", ""),
            meaning("gallery_templates", "Templates compared with", ""),
            meaning("eye_distance_px", "Distance of the eyes", "pixels"),
            meaning("distance_m", "Distance from the camera, estimated", "m"),
            meaning("sharpness", "Sharpness", ""),
            meaning("brightness", "Brightness", ""),
            meaning("contrast", "Contrast", ""),
            meaning("yaw", "Turned sideways", "degrees"),
            meaning("pitch", "Turned up or down", "degrees"),
            meaning("roll", "Tilted", "degrees"),
            meaning("flaws", "Flaws of the last picture", ""),
            meaning("wait_for", "What the wait is for", ""),
            meaning("wait_tries", "Failed tries before the wait", ""),
            meaning("wait_s", "Length of the wait", "s"),
            meaning("wait_until", "End of the wait", ""),
            meaning("proofs", "Further proofs", ""),
            meaning("models", "Models", ""),
            meaning("detail", "In short", ""),
            meaning("door_event", "Number of the door's event", ""),
            meaning("state", "State of the door", ""),
            meaning("mode", "Mode of the door", ""),
            meaning("cause", "Cause", ""),
            meaning("note", "Note", ""),
            meaning("address", "Address", ""),
            meaning("subject", "About", ""));

    static List<Detail> of(EventDetails details, ZoneId zone) {
        return details.all().entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue(), details, zone))
                .toList();
    }

    private static Detail of(String key, String value, EventDetails details, ZoneId zone) {
        Meaning meaning = MEANINGS.getOrDefault(key, new Meaning(EventText.capital(EventText.plain(key)), ""));
        String shown = switch (key) {
            case "wait_for" -> EventText.because(value);
            case "wait_until" -> details.time(key, zone);
            case "threshold_fmr", "threshold_fpir" -> rate(details.number(key).orElse(0), value);
            default -> value;
        };
        return new Detail(meaning.label(), key, shown, meaning.unit());
    }

    /** "1 in 10,800" tells more than 0.0000926. */
    private static String rate(double rate, String value) {
        return rate > 0 && rate < 1 ? String.format(Locale.ROOT, "1 in %,d", Math.round(1 / rate)) : value;
    }

    private static Map.Entry<String, Meaning> meaning(String key, String label, String unit) {
        return Map.entry(key, new Meaning(label, unit));
    }
}
