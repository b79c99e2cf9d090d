package io.lintel.api;

import io.lintel.gallery.EnrolledPerson;
import io.lintel.gallery.enrolment.EnrolmentOutcome;
import io.lintel.gallery.enrolment.EnrolmentWarning;
import io.lintel.gallery.enrolment.ShotProblem;
import io.lintel.security.HttpProblem;
import java.util.List;
import java.util.stream.Collectors;

/** What became of an enrolment, as the API answers it. */
final class Outcomes {

    private Outcomes() {}

    /** @throws HttpProblem 422 for photos that are not fit, 409 for somebody who looks like somebody else */
    static EnrolledPerson enrolled(EnrolmentOutcome outcome) {
        return switch (outcome) {
            case EnrolmentOutcome.Enrolled done -> done.result();
            case EnrolmentOutcome.Refused refused -> throw refusal(refused.problems());
            case EnrolmentOutcome.NeedsConfirmation asked ->
                throw new HttpProblem(
                        409,
                        "Nothing was stored: the person "
                                + asked.warnings().stream()
                                        .map(EnrolmentWarning::message)
                                        .collect(Collectors.joining(", ")),
                        "if it is somebody else all the same, send it again with allowLookAlike=true");
        };
    }

    private static HttpProblem refusal(List<ShotProblem> problems) {
        return new HttpProblem(
                422,
                "Nothing was stored: "
                        + problems.stream()
                                .map(problem -> problem.label() + ": " + problem.what())
                                .collect(Collectors.joining("; ")),
                problems.stream().map(ShotProblem::advice).distinct().collect(Collectors.joining("; ")));
    }
}
