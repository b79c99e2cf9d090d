package io.lintel.access;

import io.lintel.access.challenge.Instruction;
import io.lintel.face.QualityFlaw;
import io.lintel.gallery.PersonId;
import org.jspecify.annotations.Nullable;

/** What goes on at the door, as the screen there shows it. */
public sealed interface DoorScreenMessage {

    record NoOne() implements DoorScreenMessage {}

    /** Somebody is coming, still too far to be recognised. */
    record Approaching() implements DoorScreenMessage {}

    /** Somebody is near, but the picture of the face is not good enough. @param flaw what is wrong; its advice helps */
    record LookHere(QualityFlaw flaw) implements DoorScreenMessage {}

    record Deciding() implements DoorScreenMessage {}

    /** A challenge goes on. @param instruction what to do; null: look into the camera */
    record Asked(@Nullable Instruction instruction) implements DoorScreenMessage {}

    /**
     * The PIN is awaited.
     *
     * @param ticket to be sent along with it
     * @param triesLeft wrong ones that are still forgiven
     */
    record EnterPin(String ticket, int triesLeft) implements DoorScreenMessage {}

    /** @param person null where the door cannot tell who of several it is */
    record Granted(@Nullable PersonId person) implements DoorScreenMessage {}

    record Denied(DenialReason reason) implements DoorScreenMessage {}

    /** Denied, and waits. @param returned whether the face had gone in between, so that what it was denied for is no news */
    record Waiting(Wait why, boolean returned) implements DoorScreenMessage {}

    /** Recognised, but the door stayed shut, for example because the audit log cannot be written. */
    record Trouble(@Nullable PersonId person, String what) implements DoorScreenMessage {}
}
