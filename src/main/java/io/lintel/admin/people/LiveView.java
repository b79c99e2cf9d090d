package io.lintel.admin.people;

import io.lintel.admin.text.Language;
import io.lintel.gallery.enrolment.Advice;
import io.lintel.gallery.enrolment.EnrolmentWarning;
import io.lintel.gallery.enrolment.GuidedStep;
import io.lintel.gallery.enrolment.PoseGoal;
import io.lintel.gallery.enrolment.ShotProblem;
import io.lintel.gallery.enrolment.live.LiveState;
import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a live enrolment stands, for the page and its script.
 *
 * @param phase guiding, asking, done or ended
 * @param advice what the person should do, or what came of it
 * @param remedy what the operator can do; may be empty
 * @param poses front, left and right, as far as there are shots of them
 * @param mayConfirm whether an operator may say that this is somebody else
 * @param next where to go on; empty while it is not over
 */
@TemplateData
@RegisterForReflection
public record LiveView(
        String phase, String advice, String remedy, Set<String> poses, int percent, boolean mayConfirm, String next) {

    /** For the script, which shows the words as they are. */
    LiveView in(Language language) {
        return new LiveView(phase, language.say(advice), language.say(remedy), poses, percent, mayConfirm, next);
    }

    static LiveView of(LiveState state, String name) {
        return switch (state) {
            case LiveState.Guiding(GuidedStep step, long pictures, boolean blind) -> guiding(step, blind);
            case LiveState.NeedsConfirmation(List<EnrolmentWarning> warnings) ->
                new LiveView(
                        "asking",
                        "This person " + messages(warnings),
                        "say whether it is somebody else, or cancel",
                        all(),
                        100,
                        true,
                        "");
            case LiveState.Enrolled done ->
                new LiveView(
                        "done",
                        name + " is enrolled",
                        messages(done.warnings()),
                        all(),
                        100,
                        false,
                        "/admin/people/" + done.result().person().id());
            case LiveState.Refused(List<ShotProblem> problems) ->
                new LiveView(
                        "ended",
                        "The pictures were not good enough: "
                                + problems.stream()
                                        .map(ShotProblem::what)
                                        .distinct()
                                        .collect(Collectors.joining(", ")),
                        problems.getFirst().advice(),
                        Set.of(),
                        0,
                        false,
                        "/admin/people/live");
            case LiveState.Ended(String reason, String remedy) ->
                new LiveView("ended", reason, remedy, Set.of(), 0, false, "/admin/people/live");
        };
    }

    private static LiveView guiding(GuidedStep step, boolean blind) {
        EnrolmentWarning.LookAlike known = step.known();
        String advice = step.advice() == Advice.KNOWN_PERSON && known != null
                ? "This person " + known.message()
                : capital(step.advice().text());
        return new LiveView(
                "guiding",
                blind ? "The camera gives no picture" : advice,
                blind ? "it goes on when the picture comes back" : known == null ? "" : "wait for the new person",
                step.taken().stream().map(LiveView::word).collect(Collectors.toSet()),
                (int) Math.round(100 * step.progress()),
                step.advice() == Advice.KNOWN_PERSON,
                "");
    }

    public boolean isOver() {
        return !next.isEmpty();
    }

    public boolean has(String pose) {
        return poses.contains(pose);
    }

    private static Set<String> all() {
        return Set.of(word(PoseGoal.FRONT), word(PoseGoal.LEFT), word(PoseGoal.RIGHT));
    }

    private static String word(PoseGoal goal) {
        return goal.name().toLowerCase(Locale.ROOT);
    }

    private static String messages(List<EnrolmentWarning> warnings) {
        return warnings.stream().map(EnrolmentWarning::message).collect(Collectors.joining(", "));
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
