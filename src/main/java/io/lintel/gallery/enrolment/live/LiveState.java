package io.lintel.gallery.enrolment.live;

import io.lintel.gallery.EnrolledPerson;
import io.lintel.gallery.enrolment.EnrolmentWarning;
import io.lintel.gallery.enrolment.GuidedStep;
import io.lintel.gallery.enrolment.ShotProblem;
import java.util.List;

/** Where a live enrolment stands. */
public sealed interface LiveState {

    /** Whether nothing more will happen by itself or by an operator. */
    default boolean isOver() {
        return true;
    }

    /**
     * The person is led from shot to shot.
     *
     * @param pictures how many have been looked at
     * @param blind the camera gives no pictures; it goes on when they come back
     */
    record Guiding(GuidedStep step, long pictures, boolean blind) implements LiveState {
        @Override
        public boolean isOver() {
            return false;
        }
    }

    /** All shots are there; an operator has to confirm that this is somebody else, or cancel. */
    record NeedsConfirmation(List<EnrolmentWarning> warnings) implements LiveState {
        public NeedsConfirmation {
            warnings = List.copyOf(warnings);
        }

        @Override
        public boolean isOver() {
            return false;
        }
    }

    record Enrolled(EnrolledPerson result, List<EnrolmentWarning> warnings) implements LiveState {
        public Enrolled {
            warnings = List.copyOf(warnings);
        }
    }

    /** The shots were not fit after all; nothing was stored. */
    record Refused(List<ShotProblem> problems) implements LiveState {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** Nothing was stored. @param reason for people @param remedy for people */
    record Ended(String reason, String remedy) implements LiveState {}
}
