package io.lintel.gallery.enrolment;

import io.lintel.gallery.EnrolledPerson;
import io.lintel.gallery.Portrait;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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

    /**
     * Nothing was stored: an operator has to confirm that these are different people.
     *
     * @param face of the new person, to be compared by eye; null where no portraits are kept
     */
    record NeedsConfirmation(
            List<EnrolmentWarning> warnings, @Nullable Portrait face, Supplier<EnrolledPerson> confirmed)
            implements EnrolmentOutcome {
        public NeedsConfirmation {
            warnings = List.copyOf(warnings);
        }

        /** Stores what was read from the shots: the operator says that these are different people. At most once. */
        public EnrolledPerson store() {
            return confirmed.get();
        }

        /** The same, and something to do once it is stored. */
        public NeedsConfirmation then(Consumer<EnrolledPerson> afterwards) {
            return new NeedsConfirmation(warnings, face, () -> {
                EnrolledPerson stored = store();
                afterwards.accept(stored);
                return stored;
            });
        }
    }
}
