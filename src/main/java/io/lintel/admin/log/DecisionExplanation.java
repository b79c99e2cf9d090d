package io.lintel.admin.log;

import io.lintel.access.DenialReason;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditKind;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.LongFunction;

/**
 * A decision told to somebody who was not there: what was measured, what was asked for, why the door did what it did.
 *
 * @param story sentences in reading order
 * @param checks empty when it was no decision, or nothing was compared
 */
record DecisionExplanation(List<String> story, List<Check> checks) {

    static DecisionExplanation of(AuditEvent event, EventDetails details, LongFunction<String> names, ZoneId zone) {
        return switch (event.kind()) {
            case ACCESS_GRANTED, ACCESS_DENIED, ACCESS_KEPT_OUT ->
                new DecisionExplanation(story(event, details, names, zone), checks(details));
            default -> new DecisionExplanation(List.of(), List.of());
        };
    }

    private static List<String> story(AuditEvent event, EventDetails details, LongFunction<String> names, ZoneId zone) {
        List<String> story = new ArrayList<>();
        if (event.kind() == AuditKind.ACCESS_GRANTED) {
            story.add("The door was asked to open because "
                    + (event.person() == null ? "somebody" : names.apply(event.person())) + " was recognised.");
        } else {
            story.add("The door stayed shut because " + EventText.because(String.valueOf(event.reason())) + ".");
        }
        if (details.has("wait_until")) {
            story.add(wait(event, details, zone));
        }
        if (details.has("best_score")) {
            story.addAll(comparison(details, names));
            story.add(agreement(details, names));
        } else if (!details.has("looks")) {
            story.add("No picture of the face was good enough to be compared with anybody.");
        } else {
            story.add("Nobody is enrolled whom the face could be compared with.");
        }
        if (details.has("liveness")) {
            String measured = "Whether the face is live was measured on "
                    + count(details.text("liveness_frames"), "picture") + ": " + details.text("liveness")
                    + " on a scale from 0 (a photo) to 1 (a live face) on average. " + evidence(details);
            story.add(measured.strip());
        }
        if (details.has("flaws")) {
            story.add("The last picture was not good enough: "
                    + EventText.plain(details.text("flaws")).replace(",", ", ") + ".");
        }
        story.add("The decision came " + lasting(details.text("since_first_face_ms"))
                + " after the face was first seen, from a picture " + lasting(details.text("frame_age_ms"))
                + " old; it was try number " + details.text("attempt") + " of this face.");
        return story;
    }

    private static String lasting(String millis) {
        return millis.matches("[0-9]{4,}")
                ? String.format(Locale.ROOT, "%.1f s", Double.parseDouble(millis) / 1000)
                : millis + " ms";
    }

    private static List<String> comparison(EventDetails details, LongFunction<String> names) {
        List<String> sentences = new ArrayList<>();
        sentences.add("Of " + count(details.text("gallery_persons"), "person")
                + " enrolled, the face came nearest to " + name(details, "best", names) + ": "
                + (details.text("voters").equals("1")
                        ? "in the last picture"
                        : "on average of the last " + details.text("voters") + " pictures")
                + " the score was " + details.text("best_score") + ", where " + details.text("threshold")
                + " is needed.");
        OptionalDouble fpir = details.number("threshold_fpir");
        if (fpir.isPresent() && fpir.getAsDouble() > 0) {
            sentences.add("At that threshold about one stranger's visit in "
                    + String.format(Locale.ROOT, "%,d", Math.round(1 / fpir.getAsDouble()))
                    + " is taken for somebody who is enrolled"
                    + ("true".equals(details.text("threshold_measured")) ? "" : " (estimated beyond what was measured)")
                    + (details.has("threshold_population")
                            ? ", judged by " + details.text("threshold_population") + "."
                            : "."));
        }
        OptionalDouble share = details.number("site_share");
        if (share.isPresent() && share.getAsDouble() > 0) {
            sentences.add("The score leaves out what the people of this site have in common: without that it was "
                    + details.text("best_cosine") + ".");
        }
        return sentences;
    }

    private static String agreement(EventDetails details, LongFunction<String> names) {
        String text =
                details.text("votes") + " of " + count(details.text("voters"), "picture") + " agreed on that person.";
        return details.has("runner_up_score")
                ? text + " The second best, " + name(details, "runner_up", names) + ", scored "
                        + details.text("runner_up_score") + ": a lead of " + details.text("margin") + ", where "
                        + details.text("required_margin") + " is needed."
                : text;
    }

    /** Why and until when the face has to wait, at the latest: a wait also ends when its cause is gone. */
    private static String wait(AuditEvent event, EventDetails details, ZoneId zone) {
        String whole = details.text("wait_s") + " s after " + count(details.text("wait_tries"), "failed try")
                + ", until " + details.time("wait_until", zone);
        return DenialReason.LOCKED_OUT.code().equals(event.reason())
                ? "The wait is one of " + whole + "; the last time it was denied because "
                        + EventText.because(details.text("wait_for")) + "."
                : "The face then had to wait for " + whole + ", or until the cause was gone.";
    }

    /** Rows of older versions have none. */
    private static String evidence(EventDetails details) {
        return details.has("liveness_evidence") && details.has("liveness_bound")
                ? "Together the pictures weigh " + details.text("liveness_evidence") + ": a live face needs "
                        + details.text("liveness_bound") + ", and " + details.text("attack_bound") + " is an attack."
                : "";
    }

    private static List<Check> checks(EventDetails details) {
        List<Check> checks = new ArrayList<>();
        add(checks, details, "Score", "best_score", "threshold");
        add(checks, details, "Lead over the second best", "margin", "required_margin");
        if (details.has("liveness_level")) {
            if (details.has("liveness_bound") && details.has("liveness_evidence")) {
                add(checks, details, "Liveness", "liveness_evidence", "liveness_bound");
            } else if (details.has("liveness")) {
                add(checks, details, "Liveness", "liveness", "liveness_level");
            } else {
                checks.add(new Check("Liveness", "not measured", "at least " + details.text("liveness_level"), ""));
            }
        } else if (details.has("liveness_rule")) {
            checks.add(new Check("Liveness", "not measured", details.text("liveness_rule"), ""));
        }
        if (details.has("eye_distance_px")) {
            boolean flawed = details.has("flaws");
            checks.add(new Check(
                    "Last picture's quality",
                    flawed ? EventText.plain(details.text("flaws")).replace(",", ", ") : "good",
                    "no flaw",
                    flawed ? "bad" : "good"));
        }
        return checks;
    }

    private static void add(List<Check> checks, EventDetails details, String what, String measured, String needed) {
        OptionalDouble value = details.number(measured);
        OptionalDouble least = details.number(needed);
        if (value.isPresent() && least.isPresent()) {
            checks.add(new Check(
                    what,
                    details.text(measured),
                    "at least " + details.text(needed),
                    value.getAsDouble() >= least.getAsDouble() ? "good" : "bad"));
        }
    }

    private static String name(EventDetails details, String key, LongFunction<String> names) {
        OptionalDouble person = details.number(key);
        return person.isPresent() ? names.apply((long) person.getAsDouble()) : "somebody";
    }

    private static String count(String number, String what) {
        String many = what.equals("person") ? "people" : what.endsWith("try") ? "failed tries" : what + "s";
        return number.equals("1") ? "1 " + what : number + " " + many;
    }
}
