package io.lintel.access;

import io.lintel.access.Wait.What;
import io.lintel.access.evidence.EvidenceSettings;
import io.lintel.access.evidence.EvidenceSummary;
import io.lintel.access.evidence.LivenessPolicy;
import io.lintel.access.evidence.LivenessSummary;
import io.lintel.gallery.PersonId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * For how long a face waits after a denial, and when a wait ends before its time: as soon as its cause is gone (docs/decisions/0162). Holds no state.
 */
final class WaitRule {

    /** For so long a face has to look live before that ends a wait. */
    private static final Duration CLEARLY = Duration.ofSeconds(1);

    private final VisitSettings settings;
    private final EvidenceSettings evidence;
    private final LivenessPolicy liveness;
    private final EntryRule entry;
    private final StepUpPolicy stepUp;

    WaitRule(AccessSettings settings, EntryRule entry, StepUpPolicy stepUp) {
        this.settings = settings.visit();
        this.evidence = settings.evidence();
        this.liveness = settings.liveness();
        this.entry = entry;
        this.stepUp = stepUp;
    }

    /** A wait with that end. @param tries failed ones so far */
    Wait until(long end, What what, DenialReason reason, @Nullable PersonId person, int tries, long now) {
        Instant until = entry.now().plusNanos(end - now);
        return new Wait(what, reason, person, tries, now, end, until);
    }

    /** Refuses because of an earlier denial. @param person who has to wait; null where the face was taken for nobody */
    Verdict.Refuse refusal(Wait wait, @Nullable PersonId person) {
        return new Verdict.Refuse(DenialReason.LOCKED_OUT, person, wait.sentence(entry.zone()), wait);
    }

    /**
     * Whether what a remembered wait is about keeps a face out that comes back. A face like an enrolled person's is looked at anew: it may be the
     * person after a photo of them, and what is remembered of the photo keeps the photo out.
     */
    boolean outlastsTheTrack(Wait wait, long now) {
        return now - wait.untilNanos() < 0 && !wait.reason().concernsSomebodyEnrolled();
    }

    /** Whether looking at the face can end the wait. */
    boolean isEndedByLooks(Wait wait) {
        return switch (wait.reason()) {
            case UNKNOWN, AMBIGUOUS -> true;
            default -> isEndedByLiveness(wait);
        };
    }

    /** Whether a live face can end it. */
    boolean isEndedByLiveness(Wait wait) {
        return wait.reason() == DenialReason.SPOOF && wait.what() == What.FACE;
    }

    /** What no look at a face cuts short: one track never has two decisions at once. */
    Duration least() {
        return settings.firstWait();
    }

    /** Whether the face as it looks during the wait is none that was denied for that reason. */
    boolean isEndedBy(EvidenceSummary looks, Wait wait) {
        return switch (wait.reason()) {
            case UNKNOWN, AMBIGUOUS -> looks.identifiesClearly(evidence) && looks.margin() >= evidence.margin();
            default -> isEndedByLiveness(wait) && looksLive(looks);
        };
    }

    private boolean looksLive(EvidenceSummary looks) {
        LivenessSummary answers = looks.liveness();
        return looks.sinceFirstNanos() >= CLEARLY.toNanos()
                && answers.answers() >= liveness.test().minimumAnswers()
                && answers.recent() >= liveness.test().doubtBound();
    }

    /** Whether what was changed on the box since then has taken away the wait's reason. */
    boolean isCauseGone(Wait wait) {
        PersonId person = wait.person();
        return switch (wait.reason()) {
            case OUT_OF_SCHEDULE, EXPIRED, DISABLED -> person != null && refusalNow(person) != wait.reason();
            case WRONG_PIN, NO_PIN -> person != null && !stepUp.needsPin(person);
            default -> false;
        };
    }

    private @Nullable DenialReason refusalNow(PersonId person) {
        EntryRule.Refusal refusal = entry.refuses(person);
        return refusal == null ? null : refusal.reason();
    }
}
