package io.lintel.gallery.enrolment;

import io.lintel.gallery.TemplateDraft;
import java.util.List;
import java.util.Optional;

/**
 * What an enrolment would make of a shot.
 *
 * @param template empty where the shot is not fit for use
 * @param problems why not; empty where it is
 */
public record ShotReading(Optional<TemplateDraft> template, List<ShotProblem> problems) {

    public ShotReading {
        problems = List.copyOf(problems);
    }
}
