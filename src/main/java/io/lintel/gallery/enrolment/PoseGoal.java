package io.lintel.gallery.enrolment;

import io.lintel.face.HeadPose;

/** How a head should be held for one of the shots of a guided enrolment; left and right are the person's own. */
public enum PoseGoal {
    FRONT(Advice.LOOK_STRAIGHT) {
        @Override
        boolean isReached(HeadPose pose) {
            return Math.abs(pose.yaw()) <= FRONTAL;
        }
    },
    LEFT(Advice.TURN_LEFT) {
        @Override
        boolean isReached(HeadPose pose) {
            return pose.yaw() >= TURNED && pose.yaw() <= TOO_FAR;
        }
    },
    RIGHT(Advice.TURN_RIGHT) {
        @Override
        boolean isReached(HeadPose pose) {
            return -pose.yaw() >= TURNED && -pose.yaw() <= TOO_FAR;
        }
    };

    /** Degrees of yaw that still look straight; the reading itself has an error of 2.7. */
    private static final float FRONTAL = 8;

    /** From here on a shot shows something else than the frontal one. */
    private static final float TURNED = 10;

    /** The door looks at heads turned up to 35 degrees; nearer to that a shot says less. */
    private static final float TOO_FAR = 30;

    private final Advice advice;

    PoseGoal(Advice advice) {
        this.advice = advice;
    }

    abstract boolean isReached(HeadPose pose);

    Advice advice() {
        return advice;
    }
}
