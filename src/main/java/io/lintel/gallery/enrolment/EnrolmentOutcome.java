package io.lintel.gallery.enrolment;

import io.lintel.gallery.EnrolledPerson;
import java.util.List;
import java.util.function.Supplier;

/** What became of an enrolment. */
public sealed interface EnrolmentOutcome {

    /** Stored, and recognised from now on. */
    record Enrolled(EnrolledPerson result, List<EnrolmentWarning> warnings) implements EnrolmentOutcome {
        public Enrolled {
            warnings = List.copyOf(warnings);
        }
    }

    /** Nothing was stored: these shots are not fit for use. */
    record Refused(List<ShotProblem> problems) implements EnrolmentOutcome {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** Nothing was stored: an operator has to confirm that these are different people. */
    record NeedsConfirmation(List<EnrolmentWarning> warnings, Supplier<EnrolledPerson> confirmed)
            implements EnrolmentOutcome {
        public NeedsConfirmation {
            warnings = List.copyOf(warnings);
        }

        /** Stores what was read from the shots: the operator says that these are different people. At most once. */
        public EnrolledPerson store() {
            return confirmed.get();
        }
    }
}
