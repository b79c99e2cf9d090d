package io.lintel.access;

import io.lintel.access.evidence.EvidenceSummary;
import io.lintel.access.pin.PinEntry;
import io.lintel.access.pin.PinRequest;
import io.lintel.access.pin.PinState;
import io.lintel.face.FaceQuality;
import io.lintel.gallery.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Waiting for the PIN, then being recognised once more. */
final class PinEntryState extends VisitState {

    private final VisitRules rules;
    private final PinEntry pins;
    private final Recognised who;
    private final List<String> proofs;
    private @Nullable PinRequest request;
    private boolean right;
    private long rightNanos;

    /** Asks for the PIN, or waits while the pad is taken by somebody else. @param proofs receives that the PIN was right */
    PinEntryState(VisitRules rules, Recognised who, List<String> proofs, long now) {
        this.rules = rules;
        this.pins = rules.pins();
        this.who = who;
        this.proofs = proofs;
        this.request = pins.open(who.all(), now);
    }

    @Override
    boolean isDeciding() {
        return true;
    }

    @Override
    Wait.What tried() {
        return Wait.What.PIN;
    }

    @Override
    Verdict judge(@Nullable EvidenceSummary summary, long now) {
        if (request == null) {
            request = pins.open(who.all(), now);
        }
        if (request == null) {
            return new Verdict.Undecided();
        }
        return switch (pins.state(request, now)) {
            case PinState.Open open -> new Verdict.Undecided();
            case PinState.Wrong(String why) -> new Verdict.Refuse(DenialReason.WRONG_PIN, whom(), why);
            case PinState.HasToWait(int failures, long until) ->
                rules.waits()
                        .refusal(
                                rules.waits()
                                        .until(until, Wait.What.PIN, DenialReason.WRONG_PIN, whom(), failures, now),
                                whom());
            case PinState.Missing missing -> new Verdict.Refuse(DenialReason.NO_PIN, whom(), "no PIN in time");
            case PinState.Right(PersonId person) -> afterwards(person, summary, now);
        };
    }

    /** Null where it may be one of several: nobody is accused of a PIN that somebody else typed. */
    private @Nullable PersonId whom() {
        return who.isCertain() ? who.person() : null;
    }

    private Verdict afterwards(PersonId person, @Nullable EvidenceSummary summary, long now) {
        if (!right) {
            proofs.add("PIN");
            right = true;
            rightNanos = now;
        }
        Verdict verdict =
                summary == null ? new Verdict.Undecided() : rules.verdicts().afterPin(summary, person);
        boolean lost = verdict instanceof Verdict.Undecided && now - rightNanos > RECOGNISED_AGAIN;
        return lost
                ? new Verdict.Refuse(DenialReason.LOW_QUALITY, person, "not recognised any more after the PIN")
                : verdict;
    }

    @Override
    Verdict.Refuse left() {
        return new Verdict.Refuse(DenialReason.NO_PIN, whom(), "left without a PIN");
    }

    @Override
    void close() {
        if (request != null) {
            pins.close(request);
        }
    }

    @Override
    DoorScreenMessage message(@Nullable FaceQuality quality, long lastSampleNanos) {
        if (request == null) {
            return new DoorScreenMessage.Deciding();
        }
        return switch (pins.state(request, lastSampleNanos)) {
            case PinState.Open(int triesLeft) -> new DoorScreenMessage.EnterPin(pins.ticket(request), triesLeft);
            case PinState.Right done -> new DoorScreenMessage.Asked(null);
            case PinState.Wrong wrong -> new DoorScreenMessage.Deciding();
            case PinState.HasToWait wait -> new DoorScreenMessage.Deciding();
            case PinState.Missing missing -> new DoorScreenMessage.Deciding();
        };
    }
}
