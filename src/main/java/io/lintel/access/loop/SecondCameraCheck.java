package io.lintel.access.loop;

import io.lintel.camera.Frame;
import io.lintel.face.Face;

/** What a second camera says about a face that the first one sees. Used by the loop's thread. */
@FunctionalInterface
public interface SecondCameraCheck {

    /** There is no second camera: what the first one says stands. */
    SecondCameraCheck NONE = (frame, face) -> Agreement.AGREES;

    Agreement verify(Frame frame, Face face);

    /** Whether both cameras see a live face in the same place. */
    enum Agreement {
        AGREES,
        /** A picture is there, but no live face in it where one should be. */
        DISAGREES,
        /** No picture of the same moment that shows anything: the camera is lost, too slow, or its light is off. */
        ABSENT
    }
}
