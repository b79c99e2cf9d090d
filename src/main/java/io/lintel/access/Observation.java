package io.lintel.access;

import io.lintel.access.challenge.Instruction;
import io.lintel.face.QualityFlaw;
import io.lintel.gallery.PersonId;
import org.jspecify.annotations.Nullable;

/** What goes on at the door, as the screen there shows it. */
public sealed interface Observation {

    record NoOne() implements Observation {}

    /** Somebody is on his way, still too far to be recognised. */
    record Approaching() implements Observation {}

    /** Somebody is near, but the picture of the face is not good enough. @param flaw what is wrong; its advice helps */
    record LookHere(QualityFlaw flaw) implements Observation {}

    record Deciding() implements Observation {}

    /** A challenge goes on. @param instruction what to do; null: look into the camera */
    record Asked(@Nullable Instruction instruction) implements Observation {}

    /**
     * The PIN is awaited.
     *
     * @param ticket to be sent along with it
     * @param triesLeft wrong ones that are still forgiven
     */
    record EnterPin(String ticket, int triesLeft) implements Observation {}

    record Granted(PersonId person) implements Observation {}

    record Denied(DenialReason reason) implements Observation {}

    /** Recognised, but the door stayed shut, for example because the audit log cannot be written. */
    record Trouble(@Nullable PersonId person, String what) implements Observation {}
}
