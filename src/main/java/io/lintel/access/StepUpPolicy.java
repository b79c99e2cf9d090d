package io.lintel.access;

import io.lintel.access.challenge.ChallengeWhen;
import io.lintel.gallery.PersonId;

/** What is asked for beyond a face that is recognised and looks live, now. Does not block; an exception keeps the door shut. */
public interface StepUpPolicy {

    StepUpPolicy NONE = new StepUpPolicy() {

        @Override
        public ChallengeWhen challenge() {
            return ChallengeWhen.NEVER;
        }

        @Override
        public boolean needsPin(PersonId person) {
            return false;
        }
    };

    ChallengeWhen challenge();

    boolean needsPin(PersonId person);
}
