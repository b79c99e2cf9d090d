package io.lintel.access.loop;

import io.lintel.access.AccessEvent;
import io.lintel.camera.Frame;
import io.lintel.face.BoundingBox;

/**
 * Sees the frame that completed a decision, after log and door have been told. Called on the vision thread: must only copy, and
 * never throw.
 */
@FunctionalInterface
public interface DecisionFrameListener {

    DecisionFrameListener NONE = (frame, face, decided) -> {};

    /** @param frame lent for the time of the call */
    void onDecision(Frame frame, BoundingBox face, AccessEvent.Decided decided);
}
